using DrAivBot.Host.Tests.Jobs;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Events;

public sealed class EventTests(PostgresFixture postgres) : IAsyncLifetime
{
    private JobStage _stage = null!;

    public async ValueTask InitializeAsync() => _stage = await JobStage.OpenAsync(postgres, JobStage.Chores, JobStage.Listener);

    public ValueTask DisposeAsync() => _stage.Host.DisposeAsync();

    [Fact]
    public async Task An_event_reaches_the_other_module_in_the_company_where_it_happened()
    {
        var company = await _stage.CompanyAsync();
        await _stage.DoAsync(company, "publish", "moved");
        await _stage.Host.SettleJobsAsync();

        Assert.Equal(["moved"], await _stage.HeardAsync());
        Assert.Equal(company.Value, await _stage.Host.QueryAsync<Guid>("select company_id from listener.heard"));
        Assert.Equal(0, await _stage.CountJobsAsync("listener"));
    }

    [Fact]
    public async Task An_event_of_a_job_that_fails_is_not_published_and_of_its_success_once()
    {
        var company = await _stage.CompanyAsync();
        await _stage.DoAsync(company, "write", "from a job", "then=publish");
        await _stage.DoAsync(company, "write", "nothing", "then=throw");
        await _stage.Host.SettleJobsAsync();

        Assert.Equal(["from a job"], await _stage.HeardAsync());
    }

    [Fact]
    public async Task A_handler_that_fails_gets_the_same_event_again_and_its_effect_is_there_once()
    {
        await _stage.DoAsync(await _stage.CompanyAsync(), "publish", "fail at first");
        await _stage.Host.SettleJobsAsync();
        Assert.Empty(await _stage.HeardAsync());
        var key = await _stage.Host.QueryAsync<string>("select key from core.jobs where module = 'listener'");

        await _stage.Host.AdvanceAsync(TimeSpan.FromSeconds(7));
        Assert.Equal(["fail at first"], await _stage.HeardAsync());
        Assert.Equal(Guid.Parse(key!), await _stage.Host.QueryAsync<Guid>("select event from listener.heard where attempt = 2"));
    }

    [Fact]
    public async Task A_handler_that_gives_an_event_up_leaves_it_to_the_operator()
    {
        await _stage.DoAsync(await _stage.CompanyAsync(), "publish", "discard");
        await _stage.Host.SettleJobsAsync();

        Assert.Equal("event:chores.happened:1: Not wanted.", await _stage.Host.QueryAsync<string>("select name || ': ' || reason from core.list_dead_jobs()"));
    }

    [Fact]
    public async Task Events_with_one_key_are_handled_in_order_even_when_the_first_fails()
    {
        var company = await _stage.CompanyAsync();
        foreach (var text in new[] { "fail 1", "2", "3", "4" })
        {
            await _stage.DoAsync(company, "publish", text, "meeting-1");
        }

        await _stage.DoAsync(company, "publish", "other", "meeting-2");
        await _stage.Host.SettleJobsAsync();
        Assert.Equal(["other"], await _stage.HeardAsync());

        await _stage.Host.AdvanceAsync(TimeSpan.FromSeconds(7));
        Assert.Equal(["other", "fail 1", "2", "3", "4"], await _stage.HeardAsync());
    }

    [Fact]
    public async Task Whether_an_event_is_handled_depends_on_its_version_and_on_what_the_company_has_switched_off()
    {
        var (company, other) = (await _stage.CompanyAsync(), await _stage.CompanyAsync());
        Assert.Equal("yes", await _stage.DoAsync(company, "handled"));
        Assert.Equal("no", await _stage.DoAsync(company, "handled2"));

        await _stage.Host.ExecuteAsync("update core.companies set modules_off = '{listener}' where company_id = $1", company.Value);
        Assert.Equal("no", await _stage.DoAsync(company, "handled"));
        Assert.Equal("yes", await _stage.DoAsync(other, "handled"));
    }

    [Fact]
    public async Task A_version_that_nobody_handles_is_no_error_and_leaves_nothing()
    {
        Assert.Equal("done", await _stage.DoAsync(await _stage.CompanyAsync(), "publish2", "new form"));
        await _stage.Host.SettleJobsAsync();

        Assert.Empty(await _stage.HeardAsync());
        Assert.Equal(0, await _stage.CountJobsAsync("listener"));
        Assert.Equal(0, await _stage.Host.QueryAsync<long>("select count(*) from core.dead_jobs"));
    }

    [Fact]
    public async Task A_module_that_is_switched_off_hears_later_what_it_missed_and_nothing_older_than_a_week()
    {
        var company = await _stage.CompanyAsync();
        await _stage.Host.RestartAsync([JobStage.Chores]);
        await _stage.DoAsync(company, "publish", "missed");
        await _stage.Host.AdvanceAsync(TimeSpan.FromDays(6));
        await _stage.Host.RestartAsync([JobStage.Chores, JobStage.Listener]);
        await _stage.Host.SettleJobsAsync();
        Assert.Equal(["missed"], await _stage.HeardAsync());

        await _stage.Host.RestartAsync([JobStage.Chores]);
        await _stage.DoAsync(company, "publish", "too old");
        await _stage.Host.AdvanceAsync(TimeSpan.FromDays(9));
        await _stage.DoAsync(company, "publish", "nobody is there any more");
        Assert.Equal(0, await _stage.CountJobsAsync("listener"));
        await _stage.Host.RestartAsync([JobStage.Chores, JobStage.Listener]);
        await _stage.DoAsync(company, "publish", "back");
        await _stage.Host.SettleJobsAsync();
        Assert.Equal(["missed", "back"], await _stage.HeardAsync());
    }

    [Fact]
    public async Task A_handler_added_later_hears_what_is_published_from_then_on()
    {
        await using var host = await TestHost.StartAsync(postgres, new() { Modules = [JobStage.Chores] }, TestContext.Current.CancellationToken);
        var stage = new JobStage(host);
        var company = await stage.CompanyAsync();
        await stage.DoAsync(company, "publish", "before");
        await host.RestartAsync([JobStage.Chores, JobStage.Listener]);
        await stage.DoAsync(company, "publish", "after");
        await host.SettleJobsAsync();

        Assert.Equal(["after"], await stage.HeardAsync());
    }
}
