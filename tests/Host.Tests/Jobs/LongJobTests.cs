using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Jobs;

public sealed class LongJobTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private JobStage _stage = null!;

    public async ValueTask InitializeAsync() => _stage = await JobStage.OpenAsync(postgres);

    public ValueTask DisposeAsync() => _stage.Host.DisposeAsync();

    [Theory]
    [InlineData("finish", 2)]
    [InlineData("return", 1)]
    public async Task A_long_job_commits_short_transactions_and_ends_with_the_last(string then, int written)
    {
        await _stage.DoAsync(await _stage.CompanyAsync(), "long", "report", $"then={then}");
        await _stage.Host.SettleJobsAsync();

        Assert.Equal(new[] { "report begun", "report finished" }.Take(written), await _stage.EntriesAsync());
        Assert.Equal(0, await _stage.CountJobsAsync());
    }

    [Fact]
    public async Task A_long_job_that_throws_is_tried_again_and_keeps_what_it_had_committed()
    {
        await _stage.DoAsync(await _stage.CompanyAsync(), "long", "report", "then=throw");
        await _stage.Host.SettleJobsAsync();
        Assert.Equal(1, await _stage.Host.QueryAsync<int>("select attempts from core.jobs where module = 'chores' and key is null"));
        await _stage.Host.AdvanceAsync(TimeSpan.FromSeconds(7));
        Assert.Equal(["report begun", "report begun"], await _stage.EntriesAsync());
    }

    [Fact]
    public async Task A_long_job_outlives_its_lease_because_the_lease_is_renewed()
    {
        await _stage.DoAsync(await _stage.CompanyAsync(), "long", "report", "then=12000");
        await WaitAsync("report begun", 1);
        var before = await LeftAsync();
        await WaitUntilAsync(async () => await LeftAsync() > before);

        await _stage.Host.SettleJobsAsync();
        Assert.Equal(["report begun", "report finished"], await _stage.EntriesAsync());
    }

    [Fact]
    public async Task A_long_job_that_is_cancelled_while_it_runs_stops_and_commits_nothing_more()
    {
        var company = await _stage.CompanyAsync();
        await _stage.DoAsync(company, "long", "report", "key=a", "then=wait");
        await WaitAsync("report begun", 1);
        Assert.Equal("yes", await _stage.DoAsync(company, "cancel-long", "a"));

        await WaitUntilAsync(async () => (await _stage.Host.ReadLogAsync()).Contains("was cancelled, replaced or taken over", StringComparison.Ordinal));
        Assert.Equal(["report begun"], await _stage.EntriesAsync());
        Assert.Equal(0, await _stage.CountJobsAsync());
    }

    [Fact]
    public async Task A_long_job_whose_lease_was_lost_to_another_host_commits_nothing_more()
    {
        await _stage.DoAsync(await _stage.CompanyAsync(), "long", "report", "then=1500");
        await WaitAsync("report begun", 1);
        await _stage.Host.ExecuteAsync("update core.jobs set lease = gen_random_uuid(), next_at = core.clock() + interval '1 hour' where module = 'chores' and key is null");

        await WaitUntilAsync(async () => (await _stage.Host.ReadLogAsync()).Contains("was cancelled, replaced or taken over", StringComparison.Ordinal));
        Assert.Equal(["report begun"], await _stage.EntriesAsync());
        Assert.Equal(1, await _stage.CountJobsAsync());
    }

    [Fact]
    public async Task A_replaced_long_job_gives_way_to_the_new_one()
    {
        var company = await _stage.CompanyAsync();
        await _stage.DoAsync(company, "long", "old", "key=a", "then=wait");
        await WaitAsync("old begun", 1);
        await _stage.DoAsync(company, "long", "new", "key=a");
        await _stage.Host.SettleJobsAsync();

        Assert.Equal(["new begun", "new finished", "old begun"], (await _stage.EntriesAsync()).Order());
    }

    private async Task WaitAsync(string text, long count) =>
        await WaitUntilAsync(async () => await _stage.Host.QueryAsync<long>("select count(*) from chores.entries where text = $1", text) == count);

    private Task<double> LeftAsync() =>
        _stage.Host.QueryAsync<double>("select extract(epoch from next_at)::float8 from core.jobs where module = 'chores' and key is null");

    private static async Task WaitUntilAsync(Func<Task<bool>> condition)
    {
        for (var began = TimeProvider.System.GetTimestamp(); !await condition();)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, "It did not happen in time.");
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
