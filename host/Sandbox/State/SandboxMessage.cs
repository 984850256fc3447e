using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.State;

/// <summary>A message as both sides know it, with what only the sandbox knows about it.</summary>
internal sealed class SandboxMessage(JsonObject telegram, bool fromBot)
{
    public JsonObject Telegram { get; set; } = telegram;

    public bool FromBot { get; } = fromBot;

    public long Seq { get; set; }

    public bool Edited { get; set; }

    public bool Deleted { get; set; }

    public long Id => Telegram["message_id"].Number() ?? 0;

    public static SandboxMessage FromEntry(JsonNode value) =>
        new(value["m"] is JsonObject m ? m.DeepClone().AsObject() : [], value["b"].Truth())
        {
            Seq = value["s"].Number() ?? 0,
            Edited = value["e"].Truth(),
            Deleted = value["d"].Truth(),
        };

    public JsonNode ToEntry() => new JsonObject
    {
        ["m"] = Telegram.DeepClone(),
        ["b"] = FromBot,
        ["s"] = Seq,
        ["e"] = Edited,
        ["d"] = Deleted,
    };

    /// <summary>The form of the user side: Telegram's message plus a "sandbox" object.</summary>
    public JsonObject ToUserSide()
    {
        var shown = Telegram.DeepClone().AsObject();
        shown["sandbox"] = new JsonObject { ["seq"] = Seq, ["edited"] = Edited, ["deleted"] = Deleted, ["from_bot"] = FromBot };
        return shown;
    }
}
