using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DrAivBot.EndToEnd.Tests.Driving;
using DrAivBot.Testing;

namespace DrAivBot.EndToEnd.Tests;

/// <summary>
/// Secrets and words of people planted in every setting and every input of a host that meets every kind of fault: none
/// of them is in anything the host or its database shows to others.
/// </summary>
public sealed class CanaryTests
{
    private const long Person = 770_077_001;
    private const long Refused = 770_077_002;
    private const string Secret = "CANARYsecret-0123456789-abcdef";
    private const string Password = "CANARYpassword";
    private const string OpenAI = "sk-CANARYopenai0123456789";
    private const string Redis = "localhost:1,password=CANARYredis";

    private readonly StringBuilder _shown = new();
    private long _next = 1_900_000_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_secret_and_no_word_of_a_person_shows_in_logs_metrics_traces_health_or_error_answers()
    {
        await using var api = await BotApiServer.StartAsync();
        await using var server = await DatabaseServer.StartAsync();
        await using var collector = await TraceCollector.StartAsync();
        await using var assistant = await FakeAssistantServer.StartAsync(Cancel);
        assistant.Key = OpenAI;
        using var directory = await HostDirectory.CreateAsync(
            ("blabs", Repository.BlabsModule), ("journal", Repository.JournalModule), ("company", Repository.CompanyModule), ("chores", Repository.ChoresModule));
        var port = FreePort.Find();
        await using var host = await HostProcess.StartAsync(directory, [.. SettingsOf(api, server, collector, port), .. AskingCompany.SettingsFor(assistant)]);
        var operatorPages = host.OperatorPages;
        var webhook = await UpdatePoster.FindWebhookAsync(api.Address);

        await SpeakAsync(webhook);
        await FailAsync(webhook, api);
        await AskAsync(new(server.Direct), assistant, host);
        await BeHostileAsync(webhook);
        await LookAsync(operatorPages);
        await LoseDatabaseAsync(webhook, server, operatorPages, host);
        await Until.TrueAsync(() => collector.Received.Contains("blabs", StringComparison.Ordinal), TimeSpan.FromSeconds(20), () => "spans came");
        await LookAsync(operatorPages);
        Assert.Equal(0, (await host.StopAsync()).Code);

        Collect("stdout and stderr", host.Output);
        Collect("host.log", await File.ReadAllTextAsync(Path.Combine(directory.Data, "logs", "host.log"), Cancel));
        Collect("postgres.log", await File.ReadAllTextAsync(server.LogFile, Cancel));
        Collect("traces", collector.Received);
        Check(host.Output, webhook);
    }

    [Fact]
    public async Task A_wrong_configuration_is_reported_without_its_secrets()
    {
        using var directory = await HostDirectory.CreateAsync();
        (string, string)[][] wrong =
        [
            [("Telegram__Token", "CANARYtoken"), ("Telegram__WebhookSecret", "CANARY secret"), ("Database__ConnectionString", $"Host=db;Password={Password};Bogus=1"), ("Operator__OtlpEndpoint", "http://user:CANARY@collector")],
            [("Database__ConnectionString", $"Host=127.0.0.1;Port=1;Username=CANARYuser;Database=d;Password={Password}"), ("Database__StartPatience", "1"), ("OpenAI__ApiKey", OpenAI), ("Redis__ConnectionString", Redis)],
        ];
        foreach (var settings in wrong)
        {
            var (code, output) = await HostProcess.RunAsync(directory, [("ASPNETCORE_URLS", "http://127.0.0.1:0"), .. settings]);

            Assert.NotEqual(0, code);
            Assert.DoesNotContain("CANARY", output, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static IReadOnlyList<(string, string)> SettingsOf(BotApiServer api, DatabaseServer server, TraceCollector collector, int port) =>
    [
        .. Settings.Webhook(api.Address, server.ThroughTheNetwork(Password), port).Where(setting => setting.Key != "Telegram__WebhookSecret"),
        ("Telegram__WebhookSecret", Secret),
        ("Redis__ConnectionString", Redis),
        ("Operator__OtlpEndpoint", collector.Address.ToString()),
        ("OTEL_BSP_SCHEDULE_DELAY", "500"),
    ];

    /// <summary>Everything a person can send.</summary>
    private async Task SpeakAsync(Uri webhook)
    {
        await SayAsync(webhook, "/start inv_CANARYinvitation0123456789");
        await SayAsync(webhook, "CANARYtext");
        await PostAsync(webhook, Message(Person, new() { ["caption"] = "CANARYcaption", ["document"] = new JsonObject { ["file_id"] = "CANARYfileid", ["file_unique_id"] = "u", ["file_name"] = "CANARYfile.txt" } }));
        await PostAsync(webhook, Message(Person, new() { ["contact"] = new JsonObject { ["phone_number"] = "+700CANARYphone", ["first_name"] = "CANARYcontact", ["user_id"] = Person } }));
        await PostAsync(webhook, Message(Person, new() { ["location"] = new JsonObject { ["latitude"] = 55.770077, ["longitude"] = 37.770077 } }));
        await PostAsync(webhook, UpdatePoster.Press(Next(), Person, new() { ["message_id"] = 1, ["date"] = 1, ["chat"] = new JsonObject { ["id"] = Person, ["type"] = "private" } }, "CANARYcallback"));
    }

    /// <summary>A module that fails in every way, and a Telegram that does.</summary>
    private async Task FailAsync(Uri webhook, BotApiServer api)
    {
        await Chat.PostAsync(api.Address, "faults", new { kind = "5xx", times = 2 });
        await Chat.PostAsync(api.Address, "faults", new { kind = "429", times = 1, retryAfter = 1 });
        await Chat.PostAsync(api.Address, "faults", new { kind = "drop", times = 2 });
        foreach (var way in (string[])["several", "throw", "statement", "parameter", "hang", "nothing"])
        {
            // Often enough that the module is not put to rest for its failures.
            for (var i = 0; i < 4; i++)
            {
                await SayAsync(webhook, "/start blab_CANARYpayload");
            }

            await SayAsync(webhook, $"{way} CANARYwords");
        }

        api.Refusal = (Refused, "Bad Request: can't parse entities: unsupported start tag \"CANARYquoted\" at byte offset 7");
        await PostAsync(webhook, Message(Refused, new() { ["text"] = "/start" }));
    }

    /// <summary>A model that answers well, badly and not at all, and a provider that refuses the key.</summary>
    private static async Task AskAsync(AskingCompany company, FakeAssistantServer assistant, HostProcess host)
    {
        await company.FoundAsync("CANARYmember Ivanova");
        var good = FakeAssistantReply.Json("""{"text":"CANARYanswer","ids":["D01Q1"]}""");
        (string Charge, FakeAssistantReply[] Replies, string Words)[] ways =
        [
            ("CANARYgood", [good], "The assistant answered chores.chore"),
            ("CANARYinvented", [FakeAssistantReply.Json("""{"text":"CANARYanswer","ids":["CANARYinvented"]}"""), good], "did not keep to the schema or to the check"),
            ("CANARYbroken", [FakeAssistantReply.Raw("CANARYbroken {"), FakeAssistantReply.Json("CANARYbroken {")], "cannot be read"),
            ("CANARYcut", [FakeAssistantReply.Cut()], "could not be reached"),
            ("CANARYkey", [FakeAssistantReply.Status(401)], "refuses the key (401)"),
        ];
        foreach (var (charge, replies, words) in ways)
        {
            var (number, before) = (0, Regex.Count(host.Output, "The assistant (answered|gave) chores.chore"));
            assistant.Answer = _ => replies[Math.Min(Interlocked.Increment(ref number), replies.Length) - 1];
            await company.AskAsync(charge, "CANARYquestion to CANARYmember Ivanova, +7 912 345-67-89, canary@canary.example");
            await Until.TrueAsync(
                () => Regex.Count(host.Output, "The assistant (answered|gave) chores.chore") > before && host.Output.Contains(words, StringComparison.Ordinal),
                TimeSpan.FromSeconds(60),
                () => $"the host said «{words}»:\n{host.Output}");
        }

        Assert.Contains("CANARYquestion", assistant.Sent, StringComparison.Ordinal);
        Assert.DoesNotContain("Ivanova", assistant.Sent, StringComparison.Ordinal);
    }

    private async Task BeHostileAsync(Uri webhook)
    {
        foreach (var body in (string[])["CANARYbody", "{\"update_id\":\"CANARYid\"}", "{\"update_id\":1.5,\"CANARY\":1", $"{{\"update_id\":{Next()},\"message\":\"CANARYshape\"}}", $"{{\"update_id\":{Next()},\"message\":{{\"from\":{{\"id\":\"CANARYfrom\"}}}}}}", $"[{new string('[', 5000)}CANARYdeep", $"{{\"update_id\":{Next()},\"x\":\"{new string('C', 5_000_000)}CANARYlong\"}}"])
        {
            await PostAsync(webhook, body);
            await PostAsync(webhook, body, "CANARYforged");
        }

        using var client = new HttpClient();
        foreach (var path in (string[])[$"{webhook.AbsolutePath}/CANARYpath?CANARYquery=1", "/CANARYnowhere", $"/bot{BotApiServer.Token}/getMe", webhook.AbsolutePath])
        {
            using var answer = await client.GetAsync(new Uri(webhook, path), Cancel);
            Collect($"answer {(int)answer.StatusCode} to a path", $"{answer.Headers}{await answer.Content.ReadAsStringAsync(Cancel)}");
        }
    }

    private async Task LoseDatabaseAsync(Uri webhook, DatabaseServer server, Uri operatorPages, HostProcess host)
    {
        server.Network.Cut();
        await Until.TrueAsync(async () => await SayAsync(webhook, "CANARYaway") == HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(10), () => Task.FromResult("503 came"));
        await Until.TrueAsync(() => host.Output.Contains("The database is away", StringComparison.Ordinal), TimeSpan.FromSeconds(30), () => "the log says that the database is away");
        await LookAsync(operatorPages);
        server.Network.Heal();
        await Until.TrueAsync(
            () => host.Output.Contains("was set aside after 3 attempts in blabs.blab", StringComparison.Ordinal) && Regex.Count(host.Output, "was set aside after") >= 5,
            TimeSpan.FromSeconds(120),
            () => $"every failing update was set aside:\n{host.Output}");
    }

    /// <summary>What the operator's pages say now.</summary>
    private async Task LookAsync(Uri pages)
    {
        using var client = new HttpClient();
        foreach (var page in (string[])["metrics", "healthz", "readyz", "CANARYpage"])
        {
            using var answer = await client.GetAsync(new Uri(pages, page), Cancel);
            Collect($"operator's page, {(int)answer.StatusCode}", $"{answer.Headers}{await answer.Content.ReadAsStringAsync(Cancel)}");
        }
    }

    private void Check(string output, Uri webhook)
    {
        Assert.All(
            (string[])["was set aside after", "The database is away", "Telegram refused message", "without the right secret", "is no update", "asks to pause", "did not get through", "Redis__ConnectionString is set"],
            happened => Assert.Contains(happened, output, StringComparison.Ordinal));
        var shown = _shown.ToString();
        Assert.Contains("draivbot_turns_total{module=\"blabs\"", shown, StringComparison.Ordinal);
        Assert.Contains("purpose=\"chores.chore\",result=\"answered\"", shown, StringComparison.Ordinal);
        string[] canaries =
        [
            "CANARY", BotApiServer.Token, BotApiServer.Token.Split(':')[1], webhook.AbsolutePath, webhook.Segments[^1],
            "Ivanova", "345-67-89", "Write one sentence", "Bearer",
            Person.ToString(CultureInfo.InvariantCulture), Refused.ToString(CultureInfo.InvariantCulture), "55.770077", "callback_query\"", "callback_query\\\"",
        ];
        Assert.All(canaries, canary =>
        {
            var at = shown.IndexOf(canary, StringComparison.OrdinalIgnoreCase);
            Assert.True(at < 0, at < 0 ? "" : $"{canary} shows: …{shown[Math.Max(0, at - 600)..Math.Min(shown.Length, at + 200)]}…");
        });
    }

    private Task<HttpStatusCode> SayAsync(Uri webhook, string text) => PostAsync(webhook, Message(Person, new() { ["text"] = text }));

    private async Task<HttpStatusCode> PostAsync(Uri webhook, string body, string secret = Secret)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        using var answer = await client.SendAsync(request, Cancel);
        Collect($"answer {(int)answer.StatusCode} of the webhook", $"{answer.Headers}{await answer.Content.ReadAsStringAsync(Cancel)}");
        return answer.StatusCode;
    }

    private void Collect(string what, string text) => _shown.Append("\n==== ").Append(what).Append('\n').Append(text);

    private string Message(long person, JsonObject content)
    {
        content["message_id"] = Next();
        content["date"] = 1_790_000_000;
        content["from"] = new JsonObject { ["id"] = person, ["is_bot"] = false, ["first_name"] = "CANARYname", ["last_name"] = "CANARYsurname", ["username"] = "CANARYuser", ["language_code"] = "en" };
        content["chat"] = new JsonObject { ["id"] = person, ["type"] = "private", ["first_name"] = "CANARYname" };
        return new JsonObject { ["update_id"] = Next(), ["message"] = content }.ToJsonString();
    }

    private long Next() => Interlocked.Increment(ref _next);
}
