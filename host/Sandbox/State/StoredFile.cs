using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.State;

/// <summary>What is known of a file beside its bytes. The unique id is also its name on disk.</summary>
internal sealed record StoredFile(string UniqueId, string Kind, string Name, string Mime, long Size)
{
    public int Width { get; init; }

    public int Height { get; init; }

    public string FileId => $"{Kind[..1].ToUpperInvariant()}gACAgIAAxkB{UniqueId}";

    public static StoredFile FromEntry(string id, JsonNode value) => new(
        id, value["kind"].String() ?? "document", value["name"].String() ?? id, value["mime"].String() ?? "", value["size"].Number() ?? 0)
    {
        Width = (int)(value["width"].Number() ?? 0),
        Height = (int)(value["height"].Number() ?? 0),
    };

    public JsonNode ToEntry() => new JsonObject
    {
        ["kind"] = Kind,
        ["name"] = Name,
        ["mime"] = Mime,
        ["size"] = Size,
        ["width"] = Width,
        ["height"] = Height,
    };
}
