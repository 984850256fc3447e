using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace DrAivBot.EndToEnd.Tests.Driving;

/// <summary>Posts updates to webhooks as Telegram does: again and again until one of the hosts has taken them.</summary>
internal sealed class UpdatePoster(IReadOnlyList<Uri> webhooks) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly DateTimeOffset SentAt = DateTimeOffset.UnixEpoch.AddYears(56);

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(10) };
    private int _acknowledged;
    private int _repeated;
    private int _next;

    /// <summary>How many posts were answered with 200.</summary>
    public int Acknowledged => _acknowledged;

    /// <summary>How many posts had to be repeated.</summary>
    public int Repeated => _repeated;

    /// <summary>The webhook a host asked for, as the Bot API server knows it.</summary>
    public static async Task<Uri> FindWebhookAsync(Uri botApi)
    {
        using var client = new HttpClient();
        var answer = await client.GetStringAsync(
            new Uri(botApi, $"/bot{BotApiServer.Token}/getWebhookInfo"), TestContext.Current.CancellationToken);
        return new Uri(JsonNode.Parse(answer)!["result"]!["url"]!.GetValue<string>());
    }

    /// <summary>A text of a person in the private chat, as Telegram writes it, whose update ids fit into 31 bits.</summary>
    public static string Text(long updateId, long userId, string text) => Update(updateId, new()
    {
        ["message"] = new JsonObject
        {
            ["message_id"] = updateId,
            ["from"] = Person(userId),
            ["chat"] = new JsonObject { ["id"] = userId, ["type"] = "private", ["first_name"] = $"Person {userId}" },
            ["date"] = SentAt.ToUnixTimeSeconds(),
            ["text"] = text,
        },
    });

    /// <summary>A press on a message of the bot.</summary>
    public static string Press(long updateId, long userId, JsonObject message, string data)
    {
        var pressed = message.DeepClone().AsObject();
        pressed.Remove("sandbox");
        return Update(updateId, new()
        {
            ["callback_query"] = new JsonObject
            {
                ["id"] = updateId.ToString(CultureInfo.InvariantCulture),
                ["from"] = Person(userId),
                ["message"] = pressed,
                ["chat_instance"] = "1",
                ["data"] = data,
            },
        });
    }

    /// <summary>Posts until it is acknowledged; hosts that are away are passed over.</summary>
    public async Task DeliverAsync(string update)
    {
        while (await PostAsync(update) != HttpStatusCode.OK)
        {
            Interlocked.Increment(ref _repeated);
            await Until.PauseAsync(Pause);
        }

        Interlocked.Increment(ref _acknowledged);
    }

    /// <summary>Posts once; null when nobody answered.</summary>
    public async Task<HttpStatusCode?> PostAsync(string body, string? secret = Settings.WebhookSecret)
    {
        var webhook = webhooks[(int)((uint)Interlocked.Increment(ref _next) % webhooks.Count)];
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        try
        {
            using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (TaskCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            // Nobody answered in time.
            return null;
        }
    }

    public void Dispose() => _client.Dispose();

    private static string Update(long updateId, JsonObject content)
    {
        content["update_id"] = updateId;
        return content.ToJsonString();
    }

    private static JsonObject Person(long userId) => new()
    {
        ["id"] = userId,
        ["is_bot"] = false,
        ["first_name"] = $"Person {userId}",
        ["language_code"] = "en",
    };
}
