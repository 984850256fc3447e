using DrAivBot.Host.Delivery;
using DrAivBot.Testing;
using Microsoft.Extensions.Time.Testing;

namespace DrAivBot.Host.Tests.Delivery;

/// <summary>Each chat is written to no faster than Telegram takes it.</summary>
public sealed class PaceTests(PostgresFixture postgres)
{
    private const long Group = -100_500;

    [Fact]
    public void A_private_chat_takes_three_at_once_and_then_one_a_second()
    {
        var time = new FakeTimeProvider();
        var pace = new ChatPace(new() { MessagesPerSecondPerChat = 1 }, time);
        Assert.Equal([0, 0, 0, 1, 2], Waits(pace, 7, 5));
        Assert.Equal([0], Waits(pace, 8, 1));

        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal([0, 1], Waits(pace, 7, 2));
        time.Advance(TimeSpan.FromSeconds(20));
        pace.Sweep();
        Assert.Equal([0, 0, 0, 1], Waits(pace, 7, 4));
    }

    [Fact]
    public void A_group_takes_20_a_minute_whatever_is_set_for_private_chats()
    {
        var pace = new ChatPace(new() { MessagesPerSecondPerChat = 30 }, new FakeTimeProvider());
        var sentAt = Waits(pace, Group, 100).ToList();
        Assert.All(sentAt, from => Assert.InRange(sentAt.Count(at => at >= from && at < from + 60), 1, 20));
        Assert.Equal(20, sentAt.Count(at => at < 60));
    }

    [Fact]
    public async Task Messages_beyond_the_burst_wait_for_their_second_and_other_chats_do_not()
    {
        await using var stage = await DispatcherStage.StartAsync(postgres, messagesPerSecond: 1);
        await stage.SendAsync([.. "abcde".Select(letter => DispatcherStage.New(1, letter.ToString()))]);
        foreach (var shown in new[] { "abc", "abcd", "abcde" })
        {
            await DispatcherStage.UntilAsync(() => string.Concat(stage.Telegram.In(1)) == shown, shown);
            await stage.SendAsync(DispatcherStage.New(100 + shown.Length, "x"));
            await DispatcherStage.UntilAsync(() => stage.Telegram.In(100 + shown.Length).Any(), "another chat is written to");
            await Task.Delay(TimeSpan.FromMilliseconds(700), TimeProvider.System, TestContext.Current.CancellationToken);
            Assert.Equal(shown, string.Concat(stage.Telegram.In(1)));
            stage.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await stage.SettleAsync();
    }

    [Fact]
    public void With_the_pace_turned_off_nothing_waits() =>
        Assert.All(Waits(new(new() { MessagesPerSecondPerChat = 0 }, new FakeTimeProvider()), Group, 50), wait => Assert.Equal(0, wait));

    private static IEnumerable<double> Waits(ChatPace pace, long chat, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Math.Round(pace.Take(chat).TotalSeconds, 3))];
}
