using DrAivBot.Host.Database;
using DrAivBot.Organisation;
using DrAivBot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Host.Tests.Jobs;

public sealed class ScheduleTests(PostgresFixture postgres) : IAsyncLifetime
{
    private JobStage _stage = null!;

    public async ValueTask InitializeAsync() => _stage = await JobStage.OpenAsync(postgres);

    public ValueTask DisposeAsync() => _stage.Host.DisposeAsync();

    [Fact]
    public async Task A_job_runs_when_it_is_due_and_not_before()
    {
        var company = await _stage.CompanyAsync();
        Assert.Equal("yes", await _stage.DoAsync(company, "write", "reminder", "delay=01:00:00"));

        await _stage.Host.AdvanceAsync(TimeSpan.FromMinutes(59));
        Assert.Empty(await _stage.EntriesAsync());

        await _stage.Host.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(["reminder"], await _stage.EntriesAsync());
        Assert.Equal(0, await _stage.CountJobsAsync());
        Assert.Equal(company.Value, await _stage.Host.QueryAsync<Guid>("select company_id from chores.entries"));
    }

    [Fact]
    public async Task A_job_is_there_only_when_the_work_that_scheduled_it_has_committed()
    {
        var company = await _stage.CompanyAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var database = await TurnDatabase.OpenAsync(
                _stage.Host.Services.GetRequiredService<DatabaseAccess>(), TestContext.Current.CancellationToken);
            await JobStage.DoAsync(_stage.Host.Services, database, company, "write", "never", "key=a");
            throw new InvalidOperationException("the work fails");
        });

        await _stage.Host.SettleJobsAsync();
        Assert.Equal(0, await _stage.CountJobsAsync());
        Assert.Empty(await _stage.EntriesAsync());
    }

    [Fact]
    public async Task A_key_is_replaced_with_its_time_and_payload_or_kept()
    {
        var company = await _stage.CompanyAsync();
        Assert.Equal("yes", await _stage.DoAsync(company, "write", "first", "key=a", "delay=01:00:00"));
        Assert.Equal("no", await _stage.DoAsync(company, "write", "kept out", "key=a", "clash=Keep"));
        Assert.Equal("yes", await _stage.DoAsync(company, "write", "second", "key=a", "delay=03:00:00"));
        Assert.Equal("yes", await _stage.DoAsync(company, "write", "other", "key=b", "delay=03:00:00"));
        Assert.Equal("yes", await _stage.DoAsync(await _stage.CompanyAsync(), "write", "elsewhere", "key=a", "delay=03:00:00"));

        await _stage.Host.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Empty(await _stage.EntriesAsync());
        await _stage.Host.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(["elsewhere", "other", "second"], (await _stage.EntriesAsync()).Order());
    }

    [Fact]
    public async Task A_cancelled_job_does_not_run_and_only_its_own_company_can_cancel_it()
    {
        var (company, other) = (await _stage.CompanyAsync(), await _stage.CompanyAsync());
        await _stage.DoAsync(company, "write", "reminder", "key=a", "delay=01:00:00");

        Assert.Equal("no", await _stage.DoAsync(other, "cancel", "a"));
        Assert.Equal("no", await _stage.DoAsync(company, "cancel-long", "a"));
        Assert.Equal("yes", await _stage.DoAsync(company, "cancel", "a"));
        Assert.Equal("no", await _stage.DoAsync(company, "cancel", "a"));

        await _stage.Host.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Empty(await _stage.EntriesAsync());
    }

    [Fact]
    public async Task Of_eight_that_schedule_one_key_at_once_one_job_comes()
    {
        var company = await _stage.CompanyAsync();
        foreach (var clash in new[] { "Keep", "Replace" })
        {
            var said = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => _stage.DoAsync(company, "write", clash, $"key={clash}", $"clash={clash}", "delay=01:00:00")));
            Assert.Equal(clash == "Keep" ? 1 : 8, said.Count(word => word == "yes"));
        }

        Assert.Equal(2, await _stage.CountJobsAsync());
        await _stage.Host.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(["Keep", "Replace"], (await _stage.EntriesAsync()).Order());
    }

    [Fact]
    public async Task A_job_that_schedules_its_own_key_runs_again_and_one_that_cancels_itself_does_not()
    {
        var company = await _stage.CompanyAsync();
        await _stage.DoAsync(company, "write", "snoozed", "key=a", "then=again");
        await _stage.DoAsync(company, "write", "gone", "key=b", "then=cancel");

        await _stage.Host.SettleJobsAsync();
        Assert.Equal(["gone", "snoozed"], (await _stage.EntriesAsync()).Order());
        Assert.Equal(1, await _stage.CountJobsAsync());

        await _stage.Host.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Contains("snoozed again", await _stage.EntriesAsync());
        Assert.Equal(0, await _stage.CountJobsAsync());
    }

    [Fact]
    public async Task What_a_guest_cannot_schedule_and_what_does_not_fit_is_refused_in_words()
    {
        var company = await _stage.CompanyAsync();
        async Task<string> RefuseAsync<TException>(CompanyId? where, params string[] words)
            where TException : Exception => (await Assert.ThrowsAsync<TException>(() => _stage.DoAsync(where, words))).Message;

        Assert.Contains("this work has none", await RefuseAsync<InvalidOperationException>(null, "write", "x"), StringComparison.Ordinal);
        Assert.Contains("this work has none", await RefuseAsync<InvalidOperationException>(null, "publish", "x"), StringComparison.Ordinal);
        Assert.Contains("AddJob<…, String>", await RefuseAsync<InvalidOperationException>(company, "unknown"), StringComparison.Ordinal);
        Assert.Contains("larger than 64 KiB", await RefuseAsync<InvalidOperationException>(company, "write", new string('x', 65_600)), StringComparison.Ordinal);
        Assert.Contains("set At or Delay", await RefuseAsync<ArgumentException>(company, "write", "x", "delay=01:00:00", "at=2030-01-01"), StringComparison.Ordinal);
        Assert.Contains("does not start with @", await RefuseAsync<ArgumentException>(company, "write", "x", "key=@cron"), StringComparison.Ordinal);
        Assert.Contains("or never comes", await RefuseAsync<ArgumentException>(company, "recur", "k", "0 0 30 2 *", "x"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_of_the_deployment_sees_no_companys_rows_and_the_work_that_scheduled_it_goes_on_in_its_own()
    {
        var company = await _stage.CompanyAsync();
        await _stage.DoAsync(company, "entry", "a row");
        await _stage.DoAsync(company, "all", "from a company");
        await _stage.DoAsync(null, "all", "from a guest");

        await _stage.Host.SettleJobsAsync();
        Assert.Equal(
            ["company: none, sees 0, from a company", "company: none, sees 0, from a guest"],
            await _stage.Host.ListAsync<string>("select reason from core.dead_jobs order by 1"));
        Assert.Equal($"{company}/", await _stage.DoAsync(company, "who"));
    }
}
