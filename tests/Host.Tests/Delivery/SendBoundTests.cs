using DrAivBot.Host.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace DrAivBot.Host.Tests.Delivery;

/// <summary>How many messages are between sending and noting, which is how many a kill sends twice.</summary>
public sealed class SendBoundTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_quiet_host_has_few_on_their_way_and_lets_the_others_in_as_they_came()
    {
        var bound = new SendBound(_time);
        var entering = Enumerable.Range(1, 6).Select(chat => bound.EnterAsync(chat, CancellationToken.None)).ToList();
        Assert.Equal([true, true, true, false, false, false], entering.Select(task => task.IsCompleted));

        bound.Leave(2);
        await entering[3];
        Assert.False(entering[4].IsCompleted);
        bound.Leave(1);
        await entering[4];
        bound.Leave(3);
        await entering[5];
    }

    [Fact]
    public async Task A_call_that_telegram_keeps_open_holds_up_nobody()
    {
        var bound = new SendBound(_time);
        for (var chat = 1; chat <= SendBound.Least; chat++)
        {
            await bound.EnterAsync(chat, CancellationToken.None);
        }

        var waiting = bound.EnterAsync(9, CancellationToken.None);
        Assert.False(waiting.IsCompleted);
        for (var i = 0; i < 10; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        await waiting.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_host_that_sends_quickly_finds_room_for_what_its_rate_needs()
    {
        var bound = new SendBound(_time);
        for (var chat = 1; chat <= 400; chat++)
        {
            await bound.EnterAsync(chat, CancellationToken.None);
            _time.Advance(TimeSpan.FromMilliseconds(1));
            bound.Leave(chat);
        }

        var entering = Enumerable.Range(1, 20).Select(chat => bound.EnterAsync(chat, CancellationToken.None)).ToList();
        Assert.InRange(entering.Count(task => task.IsCompleted), SendBound.Least + 4, SendBound.Least + 6);
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_nobodys_place()
    {
        var bound = new SendBound(_time);
        for (var chat = 1; chat <= SendBound.Least; chat++)
        {
            await bound.EnterAsync(chat, CancellationToken.None);
        }

        using var stop = new CancellationTokenSource();
        var gone = bound.EnterAsync(8, stop.Token);
        var next = bound.EnterAsync(9, CancellationToken.None);
        await stop.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => gone);
        bound.Leave(1);
        await next;
    }
}
