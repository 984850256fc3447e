using System.Diagnostics;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Jobs;

public sealed class FairnessTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_hundred_thousand_jobs_of_one_company_do_not_delay_the_one_of_another()
    {
        var stage = await JobStage.OpenAsync(postgres);
        await using var host = stage.Host;
        var (busy, quiet) = (await stage.CompanyAsync(), await stage.CompanyAsync());
        await host.ExecuteAsync("""
            insert into core.jobs (company_id, id, module, name, payload, due_at, next_at)
            select $1, gen_random_uuid(), 'chores', 'write', '{"Text":"busy"}', core.clock() - interval '1 hour', core.clock() - interval '1 hour'
            from generate_series(1, 100000)
            """, busy.Value);
        await host.ExecuteAsync("analyze core.jobs");

        foreach (var company in new[] { quiet, await stage.CompanyAsync() })
        {
            var began = Stopwatch.GetTimestamp();
            await stage.DoAsync(company, "write", "quiet");
            while (await host.QueryAsync<long>("select count(*) from chores.entries where company_id = $1", company.Value) == 0)
            {
                Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(5), "The one job waits behind the many.");
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
            }

            TestContext.Current.TestOutputHelper?.WriteLine(
                $"the one ran after {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms; of the many {await host.QueryAsync<long>("select count(*) from chores.entries where text = 'busy'")} had run");
        }

        Assert.True(await host.QueryAsync<long>("select count(*) from core.jobs where company_id = $1", busy.Value) > 50_000);
    }

    [Fact]
    public async Task A_backlog_of_one_module_does_not_delay_another_module()
    {
        var stage = await JobStage.OpenAsync(postgres, JobStage.Chores, JobStage.Listener);
        await using var host = stage.Host;
        var company = await stage.CompanyAsync();
        await host.ExecuteAsync("""
            insert into core.jobs (company_id, id, module, name, payload, due_at, next_at)
            select $1, gen_random_uuid(), 'chores', 'write', '{"Text":"busy"}', core.clock() - interval '1 hour', core.clock() - interval '1 hour'
            from generate_series(1, 20000)
            """, company.Value);
        await stage.DoAsync(company, "publish", "news");

        for (var began = Stopwatch.GetTimestamp(); (await stage.HeardAsync()).Count == 0;)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(5), "The event waits behind the other module's jobs.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.True(await stage.CountJobsAsync() > 10_000);
    }
}
