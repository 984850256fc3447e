using DrAivBot.Host.Delivery;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Delivery;

/// <summary>The lane of messages that come due for very many: in the order of due time, companies taking turns, and it waits while Telegram asks the bot to slow down.</summary>
public sealed class BulkLaneTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Release = "select count(*) from core.release_lane(77)";

    private OutboxStage _stage = null!;

    public async ValueTask InitializeAsync() => _stage = await OutboxStage.OpenAsync(postgres);

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task A_company_with_few_messages_does_not_wait_for_one_with_many()
    {
        var large = await _stage.AddCompanyAsync(from: 1, to: 500, state: 0);
        var small = await _stage.AddCompanyAsync(from: 1001, to: 1004, state: 0);
        var other = await _stage.AddCompanyAsync(from: 2001, to: 2002, state: 0, later: 2);

        await ReleaseAsync(calls: 1);
        Assert.Equal(4, await CountAsync(large));
        Assert.Equal(4, await CountAsync(small));
        Assert.Equal(2, await CountAsync(other));
    }

    [Fact]
    public async Task Messages_go_in_the_order_in_which_they_came_due_whichever_company_they_are_of()
    {
        await _stage.AddCompanyAsync(from: 2001, to: 2009, state: 0, later: 2, apart: 4);
        await _stage.AddCompanyAsync(from: 1001, to: 1009, state: 0, later: 0, apart: 4);

        await ReleaseAsync(calls: 2);
        Assert.Equal(
            Enumerable.Range(1, 9).SelectMany(place => new[] { $"100{place}", $"200{place}" }),
            await _stage.ListAsync("select chat_id::text from core.outbox order by id"));
    }

    [Fact]
    public async Task What_came_due_first_goes_first_though_the_lane_was_full_before_it_was_seen()
    {
        await _stage.AddCompanyAsync(from: 1, to: 1100, state: 0, later: 100, apart: 2);
        await ReleaseAsync(calls: 1);
        await _stage.AddCompanyAsync(from: 2001, to: 2001, state: 0);
        await ReleaseAsync(calls: 1);

        Assert.Equal("2001", (await _stage.ListAsync("select chat_id::text from core.outbox order by id"))[10]);
    }

    [Fact]
    public async Task What_a_job_tells_is_sent_again_when_its_fate_is_unknown_and_a_broadcast_is_not()
    {
        await _stage.AddCompanyAsync(from: 1, to: 2, state: 0);
        await _stage.ArrangeAsync("update core.notifications set class = 1 where chat_id = 2");

        await ReleaseAsync(calls: 1);
        Assert.Equal(["2", "1"], await _stage.ListAsync("select class::text from core.outbox order by chat_id"));
    }

    [Fact]
    public async Task All_hosts_together_keep_a_pace_that_Telegram_takes()
    {
        await _stage.AddCompanyAsync(from: 1, to: 500, state: 0);
        var began = TimeProvider.System.GetTimestamp();
        var released = 0L;
        while (TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(1.5))
        {
            released += (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _stage.AskAsync<long>(Release)))).Sum();
        }

        Assert.InRange(released, 30, 10 + ((TimeProvider.System.GetElapsedTime(began).TotalSeconds + 0.35) / 0.035));
        Assert.Empty(await _stage.ListAsync("""
            select id::text from (select id, next_at - lag(next_at) over (order by id) as gap from core.outbox) o where gap < interval '34.9 ms'
            """));
    }

    [Fact]
    public async Task A_storm_holds_the_bulk_lane_only()
    {
        await _stage.AddCompanyAsync(from: 1, to: 100, state: 0);
        var paused = (await _stage.InsertAsync(new NewMessage(9000, OutboxStage.Text("a")))).Claimed[0];
        await _stage.NoteAsync(new Delivered(paused, DeliveryResult.Again) { Delay = TimeSpan.FromSeconds(30), HoldsBulk = true });
        Assert.Equal(0, await _stage.AskAsync<long>(Release));
        Assert.InRange(await _stage.AskAsync<double>("select extract(epoch from next_at - now())::float8 from core.bulk_pace"), 25, 30);
        Assert.Single((await _stage.InsertAsync(new NewMessage(9001, OutboxStage.Text("b")))).Claimed);

        await _stage.ExecuteAsync("update core.bulk_pace set next_at = now()");
        Assert.Equal(10, await _stage.AskAsync<long>(Release));
    }

    [Fact]
    public void One_chat_that_must_pause_is_no_storm_and_two_within_ten_seconds_are()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var pace = new ChatPace(new(), time);
        Assert.False(pace.NotePause(1));
        Assert.False(pace.NotePause(1));
        time.Advance(TimeSpan.FromSeconds(9));
        Assert.True(pace.NotePause(2));
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.False(pace.NotePause(3));
    }

    /// <summary>As so many times the pace would let it.</summary>
    private async Task ReleaseAsync(int calls)
    {
        for (var call = 0; call < calls; call++)
        {
            await _stage.ExecuteAsync("update core.bulk_pace set next_at = now()");
            await _stage.AskAsync<long>(Release);
        }
    }

    private async Task<int> CountAsync(Guid company) => (await _stage.ListAsync($"select '' from core.outbox where company_id = '{company}'")).Count;
}
