using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace DrAivBot.EndToEnd.Tests.Driving;

/// <summary>One person's chat with the bot, through the user side of a sandbox.</summary>
internal sealed class Chat(Uri address, long userId, string language)
{
    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(30) };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public long UserId => userId;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Makes the person known to the sandbox.</summary>
    public Task<JsonObject> EnterAsync() => PostAsync("users", new { id = userId, name = $"Person {userId}", language });

    public Task StartAsync(string payload = "") => PostAsync("start", new { userId, payload });

    public Task WriteAsync(string text) => PostAsync("text", new { userId, text });

    public Task BlockAsync() => PostAsync("block", new { userId, blocked = true });

    /// <summary>Presses the button whose label contains the words, on the newest message that has it.</summary>
    public async Task<string> PressAsync(string label)
    {
        var (message, button) = await FindButtonAsync(label);
        return (await PostAsync("press", new { userId, messageId = (long)message["message_id"]!, data = (string?)button["callback_data"] }))["id"]!.GetValue<string>();
    }

    /// <summary>The newest message of the bot whose buttons include one with the words.</summary>
    public async Task<(JsonObject Message, JsonObject Button)> FindButtonAsync(string label)
    {
        foreach (var message in Enumerable.Reverse(await FromBotAsync()))
        {
            var found = Buttons(message).FirstOrDefault(button => ((string?)button["text"])!.Contains(label, StringComparison.Ordinal));
            if (found is not null)
            {
                return (message, found);
            }
        }

        throw new InvalidOperationException($"No button «{label}» in the chat of {userId}:\n{await ShowAsync()}");
    }

    /// <summary>Waits until the newest message of the bot contains the words.</summary>
    public Task SeeAsync(string words) => SeeAsync(words, Patience);

    /// <summary>Waits until the bot shows a button with the words.</summary>
    public Task SeeButtonAsync(string label) => Until.TrueAsync(
        async () => (await FromBotAsync()).Any(message => Buttons(message).Any(button => ((string?)button["text"])!.Contains(label, StringComparison.Ordinal))),
        Patience,
        async () => $"person {userId} saw the button «{label}». The chat:\n{await ShowAsync()}");

    public Task SeeAsync(string words, TimeSpan within) => Until.TrueAsync(
        async () => (await LastAsync()).Contains(words, StringComparison.Ordinal),
        within,
        async () => $"person {userId} saw «{words}». The chat:\n{await ShowAsync()}");

    /// <summary>Text of the newest message of the bot; empty when there is none.</summary>
    public async Task<string> LastAsync() => await FromBotAsync() is [.., var last] ? (string?)last["text"] ?? "" : "";

    /// <summary>The messages of the bot, oldest first.</summary>
    public async Task<IReadOnlyList<JsonObject>> FromBotAsync() =>
        [.. (await MessagesAsync()).Where(message => (bool)message["sandbox"]!["from_bot"]! && !(bool)message["sandbox"]!["deleted"]!)];

    public Task<JsonObject> PostAsync(string path, object body) => PostAsync(address, path, body);

    /// <summary>Posts to the user side of a sandbox.</summary>
    public static async Task<JsonObject> PostAsync(Uri address, string path, object body)
    {
        using var response = await Client.PostAsJsonAsync(new Uri(address, "sandbox/" + path), body, Cancel);
        var answer = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {answer}");
        return JsonNode.Parse(answer)!.AsObject();
    }

    /// <summary>What a button of a message says and carries.</summary>
    private static IEnumerable<JsonObject> Buttons(JsonObject message) =>
        message["reply_markup"]?["inline_keyboard"] is JsonArray rows
            ? rows.SelectMany(row => row!.AsArray()).Select(button => button!.AsObject())
            : [];

    private async Task<IReadOnlyList<JsonObject>> MessagesAsync()
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"sandbox/chats/{userId}/messages");
        var text = await Client.GetStringAsync(new Uri(address, path), Cancel);
        return [.. JsonNode.Parse(text)!["messages"]!.AsArray().Select(message => message!.AsObject())];
    }

    private async Task<string> ShowAsync() => string.Join('\n', (await MessagesAsync()).Select(message =>
        $"{((bool)message["sandbox"]!["from_bot"]! ? "bot" : "   ")} {message["text"]} [{string.Join("] [", Buttons(message).Select(button => button["text"]))}]"));
}
