using DrAivBot.Host.Delivery;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Delivery;

/// <summary>Who may send what of the outbox: the oldest of a chat, one host at a time.</summary>
public sealed class OutboxTests(PostgresFixture postgres) : IAsyncLifetime
{
    private OutboxStage _stage = null!;

    public async ValueTask InitializeAsync() => _stage = await OutboxStage.OpenAsync(postgres);

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task A_message_into_an_empty_chat_is_claimed_as_it_is_written_and_one_behind_it_waits()
    {
        var first = await _stage.InsertAsync(New(1, "a"), New(2, "b"), New(1, "c"));

        Assert.Equal([1L, 2L], first.Claimed.Select(message => message.ChatId));
        Assert.Equal("a", first.Claimed[0].Content!.Screen!.Html);
        Assert.Equal([1L], first.Others);
        Assert.Empty(await _stage.ClaimAsync(1, 2));

        var second = await _stage.InsertAsync(New(1, "d"), New(3, "e"));
        Assert.Equal([3L], second.Claimed.Select(message => message.ChatId));
    }

    [Fact]
    public async Task What_follows_is_claimed_in_order_once_the_one_before_is_noted()
    {
        var sent = (await _stage.InsertAsync(New(1, "a"), New(1, "b"), New(1, "c"))).Claimed[0];
        var order = new List<string>();
        while (sent is not null)
        {
            order.Add(sent.Content!.Screen!.Html);
            await _stage.NoteAsync(new Delivered(sent, DeliveryResult.Sent));
            sent = (await _stage.ClaimAsync(1)).SingleOrDefault();
        }

        Assert.Equal(["a", "b", "c"], order);
        Assert.Equal(0L, await _stage.AskAsync<long>("select count(*) from core.outbox"));
    }

    [Fact]
    public async Task A_claim_that_died_goes_to_another_host_and_the_first_can_note_nothing_any_more()
    {
        var lost = (await _stage.InsertAsync(New(1, "a"))).Claimed[0];
        await _stage.ExecuteAsync("update core.outbox set next_at = now() - interval '1 ms'");
        var taken = Assert.Single(await _stage.ClaimAsync(1));
        Assert.Equal(2, taken.Attempts);

        Assert.Empty(await new OutboxTable(_stage.Access, _stage.Bot).RenewAsync([lost], TestContext.Current.CancellationToken));
        await _stage.NoteAsync(new Delivered(lost, DeliveryResult.Sent));
        Assert.Equal(1L, await _stage.AskAsync<long>("select count(*) from core.outbox"));
    }

    [Fact]
    public async Task A_message_that_waits_holds_its_chat_only()
    {
        var sent = await _stage.InsertAsync(New(1, "a"), New(2, "b"), New(1, "c"), New(2, "d"));
        await _stage.NoteAsync(
            new Delivered(sent.Claimed[0], DeliveryResult.Again) { Delay = TimeSpan.FromMinutes(1) },
            new Delivered(sent.Claimed[1], DeliveryResult.Sent) { LiveMessageId = 12 });

        var next = Assert.Single(await _stage.ClaimAsync(1, 2));
        Assert.Equal(("d", 12), (next.Content!.Screen!.Html, next.LiveMessageId));
        Assert.Equal("b", Assert.Single((await _stage.InsertAsync(New(3, "b"))).Claimed).Content!.Screen!.Html);
        Assert.Empty(await new OutboxTable(_stage.Access, _stage.Bot).FindDueChatsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_many_hosts_that_claim_at_once_one_gets_each_chat()
    {
        await _stage.InsertAsync([.. Enumerable.Range(1, 200).Select(chat => New(chat, "x"))]);
        await _stage.ExecuteAsync("update core.outbox set lease = null, next_at = now()");
        long[] chats = [.. Enumerable.Range(1, 200)];

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _stage.ClaimAsync([.. chats.OrderBy(_ => Guid.NewGuid())]))));

        Assert.Equal(chats, claims.SelectMany(claim => claim).Select(message => message.ChatId).Order());
    }

    [Fact]
    public async Task What_telegram_refuses_is_set_aside_and_who_blocked_the_bot_is_remembered()
    {
        await _stage.ExecuteAsync("insert into core.users (id, telegram_id, name) values (gen_random_uuid(), 2, 'x')");
        var sent = await _stage.InsertAsync(New(1, "a"), New(2, "b"), New(3, "c"), New(3, "d"));
        await _stage.NoteAsync(
            new Delivered(sent.Claimed[0], DeliveryResult.SetAside) { Reason = "Bad Request: \0 no" },
            new Delivered(sent.Claimed[1], DeliveryResult.Unreachable),
            new Delivered(sent.Claimed[2], DeliveryResult.Moved) { NewChatId = -1003 });

        Assert.Equal("Bad Request:  no", await _stage.AskAsync<string>("select error from core.set_aside where chat_id = 1"));
        Assert.True(await _stage.AskAsync<bool>("select unreachable_at is not null from core.users where telegram_id = 2"));
        Assert.Equal("c", Assert.Single(await _stage.ClaimAsync(1, 2, 3, -1003)).Content!.Screen!.Html);
    }

    private static NewMessage New(long chat, string html) => new(chat, OutboxStage.Text(html));
}
