using System.Text.Json.Nodes;

namespace DrAivBot.Testing;

/// <summary>
/// A user of Telegram in the private chat with the bot. Each act returns when the bot has done everything it caused, and
/// then <see cref="Screen"/>, <see cref="Toast"/> and <see cref="Messages"/> show what the user sees.
/// </summary>
public sealed class ChatUser
{
    private readonly ChatDriver _chat;
    private readonly SortedDictionary<int, ChatMessage> _messages = [];
    private JsonObject? _lastUpdate;
    private long _lastChange;

    internal ChatUser(ChatDriver chat, long id, string name, string language) =>
        (_chat, Id, Name, Language) = (chat, id, name, language);

    /// <summary>The Telegram id of the user and of the chat.</summary>
    public long Id { get; }

    /// <summary>The first name in Telegram.</summary>
    public string Name { get; }

    /// <summary>The language of their Telegram.</summary>
    public string Language { get; }

    /// <summary>Everything in the chat, of both sides, in order; deleted messages left out.</summary>
    public IReadOnlyList<ChatMessage> Messages { get; private set; } = [];

    /// <summary>The message with the bot's buttons, the latest of them; the bot's last message when none has buttons.</summary>
    /// <exception cref="ChatException">The bot has written nothing.</exception>
    public ChatMessage Screen
    {
        get
        {
            var written = Messages.Where(message => message.FromBot).ToList();
            return written.Where(message => message.Buttons.Count > 0).MaxBy(message => message.Changed)
                ?? written.LastOrDefault()
                ?? throw new ChatException($"The bot has not written to {Name} yet.");
        }
    }

    /// <summary>What the last press showed over the chat; null when it was answered without words.</summary>
    public string? Toast { get; private set; }

    /// <summary>Whether the last press was answered at all: an unanswered one leaves a clock on the button.</summary>
    public bool Answered { get; private set; }

    /// <summary>Presses Start, or opens a link of the bot.</summary>
    /// <param name="payload">What follows <c>?start=</c> in the link; null for none.</param>
    /// <returns>When the bot is done.</returns>
    public async Task StartAsync(string? payload = null) =>
        await WrittenAsync(await _chat.PostAsync("start", new() { ["userId"] = Id, ["payload"] = payload }));

    /// <summary>Writes a text or a command.</summary>
    /// <param name="text">At most 4096 characters, as in a real client; see <see cref="SayRawAsync"/>.</param>
    /// <returns>When the bot is done.</returns>
    public async Task SayAsync(string text) =>
        await WrittenAsync(await _chat.PostAsync("text", new() { ["userId"] = Id, ["text"] = text }));

    /// <summary>Writes a text that no real client would send: of any length, with any characters, not trimmed.</summary>
    /// <param name="text">The text.</param>
    /// <returns>When the bot is done.</returns>
    public async Task SayRawAsync(string text) =>
        await WrittenAsync(await _chat.PostAsync("text", new() { ["userId"] = Id, ["text"] = text, ["raw"] = true }));

    /// <summary>Writes several texts before the bot can answer the first.</summary>
    /// <param name="texts">The texts, in order.</param>
    /// <returns>When the bot is done with all.</returns>
    public async Task SayManyAsync(IReadOnlyList<string> texts)
    {
        var updates = new List<long>();
        foreach (var text in texts)
        {
            var message = await _chat.PostAsync("text", new() { ["userId"] = Id, ["text"] = text });
            updates.Add(message["sandbox"]!["update_id"]!.GetValue<long>());
        }

        await _chat.SettleAsync(updates, Id, Id);
        (Toast, Answered) = (null, false);
        await RefreshAsync();
    }

    /// <summary>Sends a file.</summary>
    /// <param name="kind"><c>photo</c>, <c>document</c>, <c>voice</c>, <c>video</c> or <c>audio</c>.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="caption">The text under it; null for none.</param>
    /// <returns>When the bot is done.</returns>
    public async Task SendFileAsync(string kind, string name, ReadOnlyMemory<byte> content, string? caption = null) =>
        await WrittenAsync(await _chat.PostAsync("file", new()
        {
            ["userId"] = Id,
            ["kind"] = kind,
            ["name"] = name,
            ["mime"] = "application/octet-stream",
            ["base64"] = Convert.ToBase64String(content.Span),
            ["caption"] = caption,
        }));

    /// <summary>Edits a message the user wrote.</summary>
    /// <param name="message">The message.</param>
    /// <param name="text">Its new text.</param>
    /// <returns>When the bot is done.</returns>
    public async Task EditAsync(ChatMessage message, string text) =>
        await WrittenAsync(await _chat.PostAsync("edit", new() { ["userId"] = Id, ["messageId"] = message.Id, ["text"] = text }));

    /// <summary>Presses a button of the <see cref="Screen"/>.</summary>
    /// <param name="label">All of its label, or a part that no other button has.</param>
    /// <returns>When the bot is done.</returns>
    /// <exception cref="ChatException">There is no such button, or several; the message lists those there are.</exception>
    public Task PressAsync(string label) => PressDataAsync(DataOf(Screen, label), Screen);

    /// <summary>Turns the month on the <see cref="Screen"/> to the one of a day, as a user would, and presses the day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>When the bot is done.</returns>
    /// <exception cref="ChatException">There is no month on the screen, it cannot be turned so far, or the day cannot be pressed.</exception>
    public async Task PressDayAsync(DateOnly day)
    {
        while (Screen.ShownMonth() is var shown && (shown.Year, shown.Month) != (day.Year, day.Month))
        {
            await PressAsync(shown < day ? "›" : "‹");
        }

        await PressDataAsync(Screen.DayButton(day).Data!, Screen);
    }

    /// <summary>Presses an hour on the <see cref="Screen"/> and then its minutes.</summary>
    /// <param name="time">The time; its minutes are a multiple of 5.</param>
    /// <returns>When the bot is done.</returns>
    public async Task PressTimeAsync(TimeOnly time)
    {
        await PressDataAsync(Screen.TimeButton(new(time.Hour, 0)).Data!, Screen);
        await PressDataAsync(Screen.TimeButton(time).Data!, Screen);
    }

    /// <summary>Presses a button of a message as it was when it was read, even if the bot has changed it since.</summary>
    /// <param name="message">The message, for example a <see cref="Screen"/> kept before.</param>
    /// <param name="label">All of the button's label, or a part that no other button has.</param>
    /// <returns>When the bot is done.</returns>
    public Task PressOldAsync(ChatMessage message, string label) => PressDataAsync(DataOf(message, label), message);

    /// <summary>Sends callback data that need not stand on any button, as only a tampered client can.</summary>
    /// <param name="data">The data.</param>
    /// <param name="on">The message it claims to stand on; null for the <see cref="Screen"/>.</param>
    /// <returns>When the bot is done.</returns>
    public Task PressDataAsync(string data, ChatMessage? on = null) => PressManyAsync([data], on ?? Screen);

    /// <summary>Presses a button of the <see cref="Screen"/> twice before the bot can answer the first.</summary>
    /// <param name="label">All of its label, or a part that no other button has.</param>
    /// <returns>When the bot is done with both.</returns>
    public Task TapTwiceAsync(string label) => PressManyAsync([DataOf(Screen, label), DataOf(Screen, label)], Screen);

    /// <summary>Sends several presses before the bot can answer the first; <see cref="Toast"/> is that of the last.</summary>
    /// <param name="data">Their callback data, in order.</param>
    /// <param name="on">The message they stand on.</param>
    /// <returns>When the bot is done with all.</returns>
    public async Task PressManyAsync(IReadOnlyList<string> data, ChatMessage on)
    {
        var updates = new List<long>();
        var callback = "";
        foreach (var one in data)
        {
            var press = await _chat.PostAsync("press", new() { ["userId"] = Id, ["messageId"] = on.Id, ["data"] = one, ["raw"] = true });
            callback = press["id"]!.GetValue<string>();
            updates.Add(press["update_id"]!.GetValue<long>());
            _lastUpdate = PressUpdate(updates[^1], callback, one, on);
        }

        await _chat.SettleAsync(updates, Id, Id);
        var answer = await _chat.GetAsync($"answers/{callback}");
        Answered = answer["answered"]!.GetValue<bool>();
        Toast = answer["text"]?.GetValue<string>() is { Length: > 0 } text ? text : null;
        await RefreshAsync();
    }

    /// <summary>The last act's update as Telegram repeats it when it missed the answer: the same id, the same content.</summary>
    /// <returns>The Telegram Update.</returns>
    public JsonObject LastUpdate() =>
        _lastUpdate?.DeepClone().AsObject() ?? throw new ChatException($"{Name} has done nothing yet.");

    /// <summary>Reads the chat again, after something happened that this user did not cause.</summary>
    /// <returns>When <see cref="Messages"/> is up to date.</returns>
    public async Task RefreshAsync()
    {
        var (changes, latest) = await _chat.ReadChangesAsync(Id, _lastChange);
        if (latest < _lastChange)
        {
            // The sandbox came back with less than it had told: what is there now is the chat.
            _messages.Clear();
            (changes, _) = await _chat.ReadChangesAsync(Id, after: 0);
        }

        foreach (var message in changes)
        {
            _lastChange = long.Max(_lastChange, message.Changed);
            if (message.Deleted)
            {
                _messages.Remove(message.Id);
            }
            else
            {
                _messages[message.Id] = message;
            }
        }

        Messages = [.. _messages.Values];
    }

    /// <summary>Registers a company from wherever the user is, in the zone of Moscow, counting in roubles.</summary>
    /// <param name="company">Its name.</param>
    /// <returns>When the company stands.</returns>
    public async Task RegisterCompanyAsync(string company)
    {
        await SayAsync("/newcompany");
        if (Screen.HasButton("🚀"))
        {
            await PressAsync("🚀");
        }

        await SayAsync(company);
        await PressAsync(Language == "ru" ? "Москва" : "Moscow");
        await PressAsync("RUB");
        await PressAsync("✅");
    }

    private async Task WrittenAsync(JsonObject message)
    {
        if (message["sandbox"]!["update_id"]?.GetValue<long>() is { } update)
        {
            var bare = message.DeepClone().AsObject();
            bare.Remove("sandbox");
            _lastUpdate = new() { ["update_id"] = update, ["message"] = bare };
            await _chat.SettleAsync([update], Id, Id);
        }

        (Toast, Answered) = (null, false);
        await RefreshAsync();
    }

    private JsonObject PressUpdate(long update, string callback, string data, ChatMessage on) => new()
    {
        ["update_id"] = update,
        ["callback_query"] = new JsonObject
        {
            ["id"] = callback,
            ["from"] = new JsonObject { ["id"] = Id, ["is_bot"] = false, ["first_name"] = Name, ["language_code"] = Language },
            ["message"] = on.Json.DeepClone(),
            ["chat_instance"] = "1",
            ["data"] = data,
        },
    };

    private static string DataOf(ChatMessage message, string label) => message.Button(label) switch
    {
        { Data: { } data } => data,
        var link => throw new ChatException($"«{link.Text}» opens {link.Link} and sends nothing to the bot."),
    };
}
