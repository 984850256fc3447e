using System.Text.Json;
using System.Text.Json.Serialization;

namespace CSharpPeer;

/// <summary>The work: handlers by state/callback over a session, as in peers/node/work.mjs.</summary>
public sealed class SessionData
{
    [JsonPropertyName("n")] public int N { get; set; }
    [JsonPropertyName("draft")] public Draft Draft { get; set; } = new();
    [JsonPropertyName("recent")] public List<RecentItem> Recent { get; set; } = [];
    [JsonExtensionData] public Dictionary<string, JsonElement>? Rest { get; set; }
}

public sealed class Draft
{
    [JsonPropertyName("title")] public string? Title { get; set; }
    [JsonPropertyName("due")] public string? Due { get; set; }
}

public sealed record RecentItem([property: JsonPropertyName("id")] int Id, [property: JsonPropertyName("title")] string? Title, [property: JsonPropertyName("at")] string? At);

public sealed record EventPayload([property: JsonPropertyName("n")] int N, [property: JsonPropertyName("state")] string State, [property: JsonPropertyName("detail")] string? Detail);

[JsonSerializable(typeof(SessionData))]
[JsonSerializable(typeof(EventPayload))]
public sealed partial class WorkJson : JsonSerializerContext;

public sealed class Session
{
    public required int CompanyId;
    public required string State;
    public required SessionData Data;
    public long LastUpdateId;
}

public readonly record struct Incoming(int UpdateId, long ChatId, string? Text, string? Callback);

public readonly record struct Outcome(string Kind, byte[] Payload, string Reply);

public static class Work
{
    private delegate (string State, string Kind, string Human, string? Detail) Handler(Session s, string? text);

    private static readonly Dictionary<string, Handler> ByCallback = new()
    {
        ["goal:new"] = (_, _) => ("goal:title", "goal.started", "Введите название цели:", null),
    };

    private static readonly Dictionary<string, Handler> ByCommand = new()
    {
        ["/start"] = (_, _) => ("menu", "menu.opened", "Главное меню. Что делаем?", null),
    };

    private static readonly Dictionary<string, Handler> ByState = new()
    {
        ["goal:title"] = (s, text) =>
        {
            s.Data.Draft.Title = text;
            return ("goal:due", "goal.titled", "Укажите срок (ГГГГ-ММ-ДД):", text);
        },
        ["goal:due"] = (s, text) =>
        {
            s.Data.Draft.Due = text;
            s.Data.Recent = [new RecentItem(s.Data.N, s.Data.Draft.Title, text), .. s.Data.Recent.Take(2)];
            return ("menu", "goal.created", "Цель сохранена.", text);
        },
    };

    private static readonly Handler Unknown = (s, text) => (s.State, "unknown", "Не понимаю. Нажмите /start", text);

    /// <summary>Dispatch, change the session, say what to record and what to answer.</summary>
    public static Outcome Handle(Session s, in Incoming u)
    {
        Handler? handler;
        if (u.Callback is { } data) ByCallback.TryGetValue(data, out handler);
        else if (u.Text is ['/', ..]) ByCommand.TryGetValue(u.Text, out handler);
        else ByState.TryGetValue(s.State, out handler);
        var (state, kind, human, detail) = (handler ?? Unknown)(s, u.Text);
        s.Data.N++;
        s.State = state;
        s.LastUpdateId = u.UpdateId;
        var payload = JsonSerializer.SerializeToUtf8Bytes(new EventPayload(s.Data.N, state, detail), WorkJson.Default.EventPayload);
        return new Outcome(kind, payload, $"#{u.UpdateId} n={s.Data.N} {state}\n{human}");
    }
}
