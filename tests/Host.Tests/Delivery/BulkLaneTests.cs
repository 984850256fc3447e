using DrAivBot.Host.Delivery;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Delivery;

/// <summary>The lane of messages that go to very many: companies take turns, and it waits while Telegram asks the bot to slow down.</summary>
public sealed class BulkLaneTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Release = "select count(*) from core.release_bulk(77)";

    private OutboxStage _stage = null!;

    public async ValueTask InitializeAsync() => _stage = await OutboxStage.OpenAsync(postgres);

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task A_company_with_few_messages_does_not_wait_for_one_with_many()
    {
        var large = await _stage.AddCompanyAsync(from: 1, to: 500, state: 0);
        var small = await _stage.AddCompanyAsync(from: 1001, to: 1004, state: 0);
        var other = await _stage.AddCompanyAsync(from: 2001, to: 2002, state: 0);

        Assert.Equal(10, await _stage.AskAsync<long>(Release));
        Assert.Equal(4, await CountAsync(large));
        Assert.Equal(4, await CountAsync(small));
        Assert.Equal(2, await CountAsync(other));
    }

    [Fact]
    public async Task All_hosts_together_keep_the_pace_of_30_a_second()
    {
        await _stage.AddCompanyAsync(from: 1, to: 500, state: 0);
        var began = TimeProvider.System.GetTimestamp();
        var released = 0L;
        while (TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(1.5))
        {
            released += (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _stage.AskAsync<long>(Release)))).Sum();
        }

        var most = 10 * (1 + Math.Floor(TimeProvider.System.GetElapsedTime(began).TotalSeconds / 0.33));
        Assert.InRange(released, 30, most);
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

    private async Task<int> CountAsync(Guid company) => (await _stage.ListAsync($"select '' from core.outbox where company_id = '{company}'")).Count;
}
