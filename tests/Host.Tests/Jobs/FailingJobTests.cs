using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Jobs;

public sealed class FailingJobTests(PostgresFixture postgres) : IAsyncLifetime
{
    private JobStage _stage = null!;

    public async ValueTask InitializeAsync() => _stage = await JobStage.OpenAsync(postgres);

    public ValueTask DisposeAsync() => _stage.Host.DisposeAsync();

    [Fact]
    public async Task A_job_that_throws_is_taken_back_and_tried_again_with_growing_delay()
    {
        await _stage.DoAsync(await _stage.CompanyAsync(), "write", "x", "then=throw");

        await _stage.Host.SettleJobsAsync();
        Assert.InRange(await DelayAsync(), 7.5, 12);
        Assert.Equal("System.IO.InvalidDataException", await _stage.Host.QueryAsync<string>("select error from core.jobs where module = 'chores' and key is null"));
        await _stage.Host.AdvanceAsync(TimeSpan.FromSeconds(13));
        Assert.InRange(await DelayAsync(), 15.5, 24);
        await _stage.Host.AdvanceAsync(TimeSpan.FromSeconds(25));

        Assert.Empty(await _stage.EntriesAsync());
        Assert.Equal(0, await _stage.CountJobsAsync());
        Assert.Equal(
            "It failed 3 times, at last with System.IO.InvalidDataException.",
            await _stage.Host.QueryAsync<string>("select reason from core.dead_jobs where attempts = 3"));
        Assert.Contains("Job chores.write", await _stage.Host.ReadLogAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_succeeds_at_the_second_attempt_has_its_effect_once()
    {
        await _stage.DoAsync(await _stage.CompanyAsync(), "write", "x", "then=throw-once");
        await _stage.Host.SettleJobsAsync();
        await _stage.Host.AdvanceAsync(TimeSpan.FromSeconds(13));

        Assert.Equal(["x"], await _stage.EntriesAsync());
        Assert.Equal(2, await _stage.Host.QueryAsync<int>("select attempt from chores.entries"));
        Assert.Equal(0, await _stage.Host.QueryAsync<long>("select count(*) from core.dead_jobs"));
    }

    [Fact]
    public async Task A_job_that_asks_for_another_attempt_keeps_what_it_wrote_and_comes_when_it_said()
    {
        await _stage.DoAsync(await _stage.CompanyAsync(), "write", "x", "then=retry");
        await _stage.Host.SettleJobsAsync();
        Assert.Equal(["x"], await _stage.EntriesAsync());
        Assert.InRange(await DelayAsync(), 297, 300);

        await _stage.Host.AdvanceAsync(TimeSpan.FromMinutes(6));
        await _stage.Host.AdvanceAsync(TimeSpan.FromMinutes(6));
        Assert.Equal(["x", "x", "x"], await _stage.EntriesAsync());
        Assert.Equal("It asked for another attempt after 3.", await _stage.Host.QueryAsync<string>("select reason from core.dead_jobs"));
    }

    [Fact]
    public async Task A_discarded_job_is_shown_to_the_operator_who_can_run_it_again_or_remove_it()
    {
        await _stage.DoAsync(await _stage.CompanyAsync(), "write", "x", "key=a", "then=discard");
        await _stage.Host.SettleJobsAsync();
        Assert.Equal("Nobody wants it.", await _stage.Host.QueryAsync<string>("select reason from core.list_dead_jobs()"));

        var id = await _stage.Host.QueryAsync<Guid>("select id from core.dead_jobs");
        Assert.True(await _stage.Host.QueryAsync<bool>("select core.rerun_job($1)", id));
        await _stage.Host.SettleJobsAsync();
        Assert.Equal(["x", "x"], await _stage.EntriesAsync());
        Assert.Equal(id, await _stage.Host.QueryAsync<Guid>("select id from core.dead_jobs"));

        Assert.True(await _stage.Host.QueryAsync<bool>("select core.remove_job($1)", id));
        Assert.False(await _stage.Host.QueryAsync<bool>("select core.rerun_job($1)", id));
    }

    [Fact]
    public async Task A_dead_job_is_not_run_again_in_the_place_of_a_newer_one_of_its_key()
    {
        var company = await _stage.CompanyAsync();
        await _stage.DoAsync(company, "write", "x", "key=a", "then=discard");
        await _stage.Host.SettleJobsAsync();
        await _stage.DoAsync(company, "write", "newer", "key=a", "delay=01:00:00");

        Assert.False(await _stage.Host.QueryAsync<bool>("select core.rerun_job(id) from core.dead_jobs"));
        Assert.Equal(1, await _stage.Host.QueryAsync<long>("select count(*) from core.dead_jobs"));
        Assert.Equal(1, await _stage.CountJobsAsync());
    }

    [Theory]
    [InlineData("sleep")]
    [InlineData("hang")]
    public async Task A_job_that_does_not_end_is_cut_off_at_its_deadline_and_nothing_of_it_commits(string then)
    {
        await _stage.DoAsync(await _stage.CompanyAsync(), "write", "x", $"then={then}");
        await _stage.Host.SettleJobsAsync();
        await Task.Delay(TimeSpan.FromSeconds(then == "hang" ? 4 : 0), TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Empty(await _stage.EntriesAsync());
        Assert.Equal(1, await _stage.Host.QueryAsync<int>("select attempts from core.jobs where module = 'chores' and key is null"));
    }

    [Fact]
    public async Task A_payload_that_the_module_cannot_read_any_more_ends_with_the_operator_and_not_in_a_loop()
    {
        await _stage.DoAsync(await _stage.CompanyAsync(), "write", "x", "delay=01:00:00");
        await _stage.Host.ExecuteAsync("update core.jobs set payload = '{\"text\": 7}' where module = 'chores' and key is null");
        await _stage.Host.AdvanceAsync(TimeSpan.FromHours(1));
        await _stage.Host.AdvanceAsync(TimeSpan.FromHours(1));
        await _stage.Host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Contains("JsonException", await _stage.Host.QueryAsync<string>("select reason from core.dead_jobs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_of_a_module_that_is_switched_off_waits_and_no_attempt_is_counted()
    {
        await _stage.DoAsync(await _stage.CompanyAsync(), "write", "x", "delay=01:00:00");
        await _stage.Host.RestartAsync([JobStage.Listener]);
        await _stage.Host.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(1, await _stage.CountJobsAsync());

        await _stage.Host.RestartAsync([JobStage.Chores]);
        await _stage.Host.SettleJobsAsync();
        Assert.Equal(["x"], await _stage.EntriesAsync());
        Assert.Equal(1, await _stage.Host.QueryAsync<int>("select attempt from chores.entries"));
    }

    [Fact]
    public async Task A_job_during_which_ten_hosts_ended_is_set_aside()
    {
        await _stage.DoAsync(await _stage.CompanyAsync(), "write", "x", "delay=01:00:00");
        await _stage.Host.ExecuteAsync("update core.jobs set losses = 10, lease = gen_random_uuid() where module = 'chores' and key is null");
        await _stage.Host.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Empty(await _stage.EntriesAsync());
        Assert.Equal("Its host ended 11 times while it ran.", await _stage.Host.QueryAsync<string>("select reason from core.dead_jobs"));
    }

    private Task<double> DelayAsync() =>
        _stage.Host.QueryAsync<double>("select extract(epoch from next_at - core.clock())::float8 from core.jobs where module = 'chores' and key is null");
}
