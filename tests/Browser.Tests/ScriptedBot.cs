using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DrAivBot.Browser.Tests;

/// <summary>A bot written with plain HTTP against the Bot API, and its people's side for arranging.</summary>
public sealed class ScriptedBot(Uri server, string token) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = server, Timeout = TimeSpan.FromSeconds(45) };
    private long offset;

    public long Id => long.Parse(token[..token.IndexOf(':', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);

    public string Token => token;

    /// <summary>Calls a method and returns Telegram's whole answer, an error too.</summary>
    public async Task<JsonObject> CallAsync(string method, object request)
    {
        using var response = await http.PostAsJsonAsync($"/bot{token}/{method}", request, Cancel);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
    }

    /// <summary>Calls a method that must succeed and returns its result.</summary>
    public async Task<JsonNode> DoAsync(string method, object request)
    {
        var answer = await CallAsync(method, request);
        Assert.True((bool)answer["ok"]!, $"{method}: {answer.ToJsonString()}");
        return answer["result"]!;
    }

    public async Task<long> SayAsync(long userId, string text, object? markup = null) =>
        (long)(await DoAsync("sendMessage", markup is null ? new { chat_id = userId, text } : new { chat_id = userId, text, reply_markup = markup }))["message_id"]!;

    /// <summary>The next update that holds the given part, for example "message".</summary>
    public async Task<JsonNode> NextAsync(string part)
    {
        while (true)
        {
            var updates = (await DoAsync("getUpdates", new { offset, limit = 1, timeout = 30 })).AsArray();
            Assert.NotEmpty(updates);
            offset = (long)updates[0]!["update_id"]! + 1;
            if (updates[0]![part] is { } found)
            {
                return found;
            }
        }
    }

    public async Task<JsonNode> UploadAsync(string method, string field, long userId, byte[] bytes, string name)
    {
        using var form = new MultipartFormDataContent { { new StringContent($"{userId}"), "chat_id" } };
        using var file = new ByteArrayContent(bytes);
        form.Add(file, field, name);
        using var response = await http.PostAsync(new Uri($"/bot{token}/{method}", UriKind.Relative), form, Cancel);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["result"]!;
    }

    /// <summary>Acts as a person without the page.</summary>
    public async Task<JsonNode> AsPersonAsync(string path, object request)
    {
        var body = JsonSerializer.SerializeToNode(request)!.AsObject();
        body["bot"] = Id;
        using var response = await http.PostAsJsonAsync($"/sandbox/{path}", body, Cancel);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
    }

    /// <summary>A person who has pressed Start, without which a bot may not write to them.</summary>
    public async Task<long> NewPersonAsync(string name, string language = "en")
    {
        var id = (long)(await AsPersonAsync("users", new { name, language }))["id"]!;
        await AsPersonAsync("start", new { userId = id });
        await NextAsync("message");
        return id;
    }

    public void Dispose() => http.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
