using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DrAivBot.Host.Updates;
using DrAivBot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DrAivBot.Host.Tests.Updates;

/// <summary>An update that comes by webhook is acknowledged with its effect; what cannot have its turn at once is stored first.</summary>
public sealed class WebhookTurnTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Secret = "a-secret-of-the-webhook-tests";

    private readonly HttpClient _telegram = new();
    private TestHost _host = null!;
    private ChatUser _anna = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync(
            postgres, new() { Modules = [TestModule.Plugin("Chaos", "chaos")], WebhookSecret = Secret }, Cancellation);
        _anna = await EnterAsync("Anna");
    }

    public ValueTask DisposeAsync()
    {
        _telegram.Dispose();
        return _host.DisposeAsync();
    }

    [Fact]
    public async Task When_it_is_acknowledged_its_effect_is_there_and_once_however_often_it_comes()
    {
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(9001, "first")).Status);
        Assert.Equal(["first|1"], await EffectsAsync());

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(9001, "first")).Status);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(9002, "second")));
        await UntilAsync("select count(*) from core.inbox", 0);
        Assert.Equal(["first|1", "second|2"], await EffectsAsync());
    }

    [Fact]
    public async Task One_whose_handler_throws_is_acknowledged_too_and_set_aside_after_three_attempts()
    {
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(9001, "now throw")).Status);

        await UntilAsync("select count(*) from core.set_aside where update_id = 9001 and attempts = 3", 1);
        Assert.Empty(await EffectsAsync());
    }

    [Fact]
    public async Task One_that_hangs_keeps_telegram_waiting_for_a_moment_and_has_its_full_time_afterwards()
    {
        var began = TimeProvider.System.GetTimestamp();
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(9001, "now hang")).Status);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(4));
        Assert.Equal(1L, await CountStoredAsync());
    }

    [Fact]
    public async Task One_that_comes_while_an_earlier_one_is_tried_again_later_waits_behind_it()
    {
        await _host.ExecuteAsync(
            "insert into core.inbox (bot_id, update_id, lane, payload, next_at) values ($1, 9001, $2, $3, now() + interval '1 hour')",
            _host.Chat.BotId, _anna.Id, Update(9001, _anna, "first"));

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(9002, "second")).Status);
        Assert.Empty(await EffectsAsync());
        Assert.Equal(2L, await CountStoredAsync());

        await _host.ExecuteAsync("update core.inbox set next_at = now()");
        await UntilAsync("select count(*) from chaos.effects", 2);
        Assert.Equal(["first|1", "second|2"], await EffectsAsync());
    }

    [Fact]
    public async Task One_that_a_dead_host_had_in_flight_is_stored_as_a_suspect_when_it_comes_again()
    {
        await _host.ExecuteAsync("insert into core.suspects (bot_id, update_id) values ($1, 9002), ($1, 9003)", _host.Chat.BotId);
        await _host.ExecuteAsync(
            "insert into core.inbox (bot_id, update_id, lane, payload, next_at) values ($1, 9001, $2, $3, now() + interval '1 hour')",
            _host.Chat.BotId, _anna.Id, Update(9001, _anna, "first"));
        await PostAsync(9002, "second");
        Assert.True(await _host.QueryAsync<bool>("select is_suspect from core.inbox where update_id = 9002"));

        var boris = await EnterAsync("Boris");
        await PostAsync(9003, "third", boris);
        await UntilAsync("select count(*) from chaos.effects where text = 'third'", 1);
    }

    [Fact]
    public async Task While_another_host_has_a_turn_of_the_same_person_it_is_stored_and_nobody_else_waits()
    {
        var boris = await EnterAsync("Boris");
        await using var other = new NpgsqlConnection(_host.ConnectionString);
        await other.OpenAsync(Cancellation);
        await using (var turn = await other.BeginTransactionAsync(Cancellation))
        {
            await using var hold = new NpgsqlCommand($"select from core.sessions where telegram_id = {_anna.Id} for update", other);
            await hold.ExecuteNonQueryAsync(Cancellation);

            await Task.WhenAll(PostAsync(9001, "of Anna"), PostAsync(9002, "of Boris", boris));
            await UntilAsync("select count(*) from chaos.effects where text = 'of Boris'", 1);
            await UntilAsync("select count(*) from core.inbox", 1);
            Assert.Equal(["of Boris|1"], await EffectsAsync());
        }

        await UntilAsync("select count(*) from chaos.effects", 2);
        Assert.Equal(["of Anna|1", "of Boris|1"], await EffectsAsync());
    }

    [Fact]
    public async Task The_answer_to_a_press_travels_with_the_acknowledgement()
    {
        var press = new JsonObject
        {
            ["update_id"] = 9001,
            ["callback_query"] = new JsonObject
            {
                ["id"] = "press-1",
                ["from"] = From(_anna),
                ["data"] = "forged",
                ["message"] = new JsonObject { ["message_id"] = _anna.Screen.Id, ["date"] = 1, ["chat"] = Chat(_anna), ["text"] = "x" },
            },
        };
        var (status, body) = await PostJsonAsync(press.ToJsonString());

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("answerCallbackQuery", "press-1"), ((string?)JsonNode.Parse(body)!["method"], (string?)JsonNode.Parse(body)!["callback_query_id"]));
    }

    [Fact]
    public async Task A_host_that_stops_takes_no_more_and_leaves_nothing_half_done()
    {
        var posted = Enumerable.Range(9001, 40).Select(async id => (Id: id, Answer: await PostAsync(id, $"text {id}"))).ToList();
        await Task.WhenAny(posted);
        var stopping = _host.StopAsync();
        var answers = await Task.WhenAll(posted);
        await stopping;

        var acknowledged = answers.Count(answer => answer.Answer.Status == HttpStatusCode.OK);
        Assert.Equal(
            acknowledged,
            await _host.QueryAsync<long>("select (select count(*) from chaos.effects) + (select count(*) from core.inbox where update_id > 9000)"));
        Assert.All(answers, answer => Assert.True(answer.Answer.Status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable or null, $"{answer.Answer.Status}"));
    }

    private async Task<ChatUser> EnterAsync(string name)
    {
        var person = await _host.Chat.NewUserAsync(name, "en");
        await person.StartAsync("chaos_");
        return person;
    }

    private Task<(HttpStatusCode? Status, string Body)> PostAsync(long id, string text, ChatUser? from = null) => PostJsonAsync(Update(id, from ?? _anna, text));

    private async Task<(HttpStatusCode? Status, string Body)> PostJsonAsync(string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_host.Address, _host.Services.GetRequiredService<WebhookIntake>().Path))
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
            Headers = { { "X-Telegram-Bot-Api-Secret-Token", Secret } },
        };
        try
        {
            using var response = await _telegram.SendAsync(request, Cancellation);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
        }
        catch (HttpRequestException)
        {
            return (null, "");
        }
    }

    private static string Update(long id, ChatUser from, string text) => new JsonObject
    {
        ["update_id"] = id,
        ["message"] = new JsonObject { ["message_id"] = id, ["date"] = 1, ["chat"] = Chat(from), ["from"] = From(from), ["text"] = text },
    }.ToJsonString();

    private static JsonObject From(ChatUser user) => new() { ["id"] = user.Id, ["is_bot"] = false, ["first_name"] = user.Name, ["language_code"] = "en" };

    private static JsonObject Chat(ChatUser user) => new() { ["id"] = user.Id, ["type"] = "private" };

    private Task<IReadOnlyList<string>> EffectsAsync() =>
        _host.ListAsync<string>("select text || '|' || turn_number from chaos.effects order by turn_number, text");

    private Task<long> CountStoredAsync() => _host.QueryAsync<long>("select count(*) from core.inbox");

    private async Task UntilAsync(string sql, long expected)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (await _host.QueryAsync<long>(sql) != expected)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(20), $"Not within 20 s: {sql} = {expected}");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancellation);
        }
    }
}
