using DrAivBot.Host.Delivery;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Delivery;

/// <summary>Telegram slow, refusing and breaking off: nothing is lost, and who is not concerned is not held up.</summary>
public sealed class TelegramFaultTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(2);

    private DispatcherStage _stage = null!;

    public async ValueTask InitializeAsync() => _stage = await DispatcherStage.StartAsync(postgres);

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task While_the_token_is_refused_only_one_look_a_minute_is_taken_and_then_all_goes_on_in_order()
    {
        var isRefused = true;
        _stage.Telegram.Script = _ => Task.FromResult(isRefused ? new Fate(401, "Unauthorized") : Fate.Done);
        await _stage.SendAsync(DispatcherStage.New(1, "a"), DispatcherStage.New(1, "b"), DispatcherStage.New(2, "c"));
        await DispatcherStage.UntilAsync(
            async () => _stage.Condition.TokenIsRefused && await _stage.Outbox.AskAsync<long>("select count(*) from core.outbox where lease is not null") == 0,
            "the token counts as refused and nothing is in hand");
        var before = _stage.Telegram.Calls.Count;
        Assert.InRange(before, 1, 2);

        await _stage.SendAsync(DispatcherStage.New(3, "d"), DispatcherStage.New(1, "e"));
        await WaitForPollsAsync();
        Assert.Equal(before, _stage.Telegram.Calls.Count);

        _stage.Time.Advance(TimeSpan.FromMinutes(1));
        await DispatcherStage.UntilAsync(() => _stage.Telegram.Calls.Count > before, "the token is looked at");
        await WaitForPollsAsync();
        Assert.Equal("getMe", Assert.Single(_stage.Telegram.Calls.Skip(before)).Method);
        Assert.True(_stage.Condition.TokenIsRefused);

        isRefused = false;
        _stage.Time.Advance(TimeSpan.FromMinutes(1));
        await _stage.SettleAsync();
        Assert.False(_stage.Condition.TokenIsRefused);
        Assert.Equal(["a", "b", "e"], _stage.Telegram.In(1));
        Assert.Equal(["c", "d"], _stage.Telegram.In(2).Concat(_stage.Telegram.In(3)));
        Assert.True(_stage.Alerts.Reader.TryRead(out var alert));
        Assert.Equal("core.alert.unauthorized", alert.Key);
        Assert.False(_stage.Alerts.Reader.TryRead(out _));
    }

    [Fact]
    public async Task In_a_storm_of_429_the_others_are_answered_within_2_seconds_and_nothing_is_lost()
    {
        long[] hit = [.. Enumerable.Range(1, 40)];
        long[] calm = [.. Enumerable.Range(1001, 40)];
        _stage.Telegram.Script = call => Task.FromResult(call.ChatId < 1000 && call.Time <= 3 ? new Fate(429, "Too Many Requests: retry after 1", 1) : Fate.Done);
        await _stage.SendAsync([.. hit.SelectMany(chat => new[] { DispatcherStage.New(chat, "a"), DispatcherStage.New(chat, "b") })]);
        foreach (var chat in calm)
        {
            var began = TimeProvider.System.GetTimestamp();
            await _stage.SendAsync(DispatcherStage.New(chat, "a"));
            await DispatcherStage.UntilAsync(() => _stage.Telegram.In(chat).Any(), "the others are answered");
            Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, Prompt);
        }

        Assert.Equal(1, await _stage.Outbox.AskAsync<long>("select count(*) from core.bulk_pace"));
        await _stage.SettleAsync();
        Assert.All(hit, chat => Assert.Equal(["a", "b"], _stage.Telegram.In(chat)));
        Assert.All(calm, chat => Assert.Equal(["a"], _stage.Telegram.In(chat)));
        foreach (var calls in _stage.Telegram.Calls.Where(call => call.ChatId < 1000).GroupBy(call => call.ChatId).Select(chat => chat.ToList()))
        {
            Assert.Equal(5, calls.Count);
            Assert.All(calls.Take(3).Zip(calls.Skip(1)), pair => Assert.InRange(TimeProvider.System.GetElapsedTime(pair.First.At, pair.Second.At).TotalSeconds, 0.95, 15));
        }
    }

    [Fact]
    public async Task While_telegram_takes_10_seconds_for_some_chats_the_others_go_on_and_each_message_comes_once()
    {
        long[] slow = [.. Enumerable.Range(1, 20)];
        _stage.Telegram.Script = async call =>
        {
            await Task.Delay(TimeSpan.FromSeconds(call is { ChatId: < 1000, Time: 1 } ? 10 : 0), TimeProvider.System, TestContext.Current.CancellationToken);
            return Fate.Done;
        };
        await _stage.SendAsync([.. slow.SelectMany(chat => new[] { DispatcherStage.New(chat, "a"), DispatcherStage.New(chat, "b") })]);
        for (var chat = 1001; chat <= 1060; chat++)
        {
            var began = TimeProvider.System.GetTimestamp();
            await _stage.SendAsync(DispatcherStage.New(chat, "a"));
            await DispatcherStage.UntilAsync(() => _stage.Telegram.In(chat).Any(), "the others are answered");
            Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, Prompt);
        }

        Assert.DoesNotContain(_stage.Telegram.Shown, call => call.ChatId < 1000);
        await _stage.SettleAsync();
        Assert.All(slow, chat => Assert.Equal(["a", "b"], _stage.Telegram.In(chat)));
    }

    [Fact]
    public async Task When_telegram_refuses_connections_everything_waits_and_comes_once_whatever_its_class()
    {
        await _stage.Telegram.StopAsync();
        await _stage.SendAsync([.. Enum.GetValues<MessageClass>().SelectMany(kind => new[] { DispatcherStage.New(10 + (int)kind, "a", kind), DispatcherStage.New(10 + (int)kind, "b", kind) })]);
        await DispatcherStage.UntilAsync(
            async () => await _stage.Outbox.AskAsync<long>("select count(*) from core.outbox where attempts >= 2") == 5, "each was tried twice");
        Assert.Equal(10, await _stage.Outbox.AskAsync<long>("select count(*) from core.outbox"));

        await _stage.Telegram.StartAsync();
        await _stage.SettleAsync();
        Assert.All(Enum.GetValues<MessageClass>(), kind => Assert.Equal(["a", "b"], _stage.Telegram.In(10 + (int)kind)));
    }

    [Fact]
    public async Task A_send_whose_answer_is_lost_is_repeated_for_a_person_and_not_for_one_of_many_or_for_progress()
    {
        _stage.Telegram.Script = call => Task.FromResult(call.Time == 1 ? Fate.AnswerLost : Fate.Done);
        await _stage.SendAsync([.. Enum.GetValues<MessageClass>().Select(kind => DispatcherStage.New(10 + (int)kind, "a", kind))]);
        await _stage.SettleAsync();
        Assert.Equal(
            [(MessageClass.Answer, 2), (MessageClass.Notification, 2), (MessageClass.Bulk, 1), (MessageClass.Progress, 1), (MessageClass.Alert, 2)],
            Enum.GetValues<MessageClass>().Select(kind => (kind, _stage.Telegram.In(10 + (int)kind).Count())));
    }

    [Fact]
    public async Task The_receipt_says_what_became_of_a_message_sent_refused_unreachable_or_unknown()
    {
        _stage.Telegram.Script = call => Task.FromResult((call.ChatId, call.Time) switch
        {
            (12, _) => new Fate(400, "Bad Request: message text is empty"),
            (13, _) => new Fate(403, "Forbidden: bot was blocked by the user"),
            (14, _) => Fate.AnswerLost,
            (15, 1) => new Fate(502, "Bad Gateway"),
            _ => Fate.Done,
        });
        var company = await _stage.Outbox.AddCompanyAsync(from: 11, to: 15, state: 1);
        await _stage.Outbox.ArrangeAsync(
            """
            insert into core.outbox (bot_id, chat_id, payload, class, company_id, receipt)
            select 77, chat_id, parts[1], case when chat_id = 14 then 2 else 1 end, company_id, id from core.notifications where company_id = $1
            """,
            company);
        await _stage.SettleAsync();

        Assert.Equal(
            ["11 sent", "12 failed", "13 unreachable", "14 unknown", "15 sent"],
            await _stage.Outbox.ListAsync("select chat_id || ' ' || (array['', 'sent', 'failed', 'unreachable', 'unknown'])[state] from core.notifications where done_at is not null order by chat_id"));
        Assert.True(_stage.Alerts.Reader.TryRead(out var alert));
        Assert.Equal(("core.alert.message_set_aside", "Bad Request: message text is empty"), (alert.Key, alert.Values[0].Value));
        Assert.Equal(13, await _stage.Outbox.AskAsync<long>("select telegram_id from core.users where unreachable_at is not null"));
    }

    /// <summary>Longer than two looks into the outbox: nothing is to happen in that time.</summary>
    private static Task WaitForPollsAsync() => Task.Delay(TimeSpan.FromSeconds(2.2), TimeProvider.System, TestContext.Current.CancellationToken);
}
