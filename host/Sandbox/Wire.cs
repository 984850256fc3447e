using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox;

/// <summary>JSON as it travels: relaxed escaping as Telegram writes it, and input checked so that no later read can fail.</summary>
internal static class Wire
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    public static string Write(JsonNode? node) => node is null ? "null" : node.ToJsonString(Relaxed);

    /// <summary>Parses and reads every string once: lone surrogates are found here instead of wherever the string is used.</summary>
    /// <exception cref="JsonException">The text is not JSON, names a property twice or holds a string that is not Unicode.</exception>
    public static JsonNode? Parse(string json)
    {
        var node = JsonNode.Parse(json, nodeOptions: null, Strict);
        try
        {
            Touch(node);
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A string is not valid Unicode.", e);
        }

        return node;
    }

    public static JsonNode? Parse(ReadOnlySpan<byte> utf8) => Parse(new UTF8Encoding(false, throwOnInvalidBytes: false).GetString(utf8));

    /// <summary>A copy with only the named properties, so that what a client sent beyond the protocol does not come back.</summary>
    public static JsonObject Pick(JsonObject source, params ReadOnlySpan<string> names)
    {
        var picked = new JsonObject();
        foreach (var name in names)
        {
            if (source[name] is { } value)
            {
                picked[name] = value.DeepClone();
            }
        }

        return picked;
    }

    public static string? String(this JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static long? Number(this JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<long>(out var number) => number,
        JsonValue value when value.TryGetValue<int>(out var number) => number,
        JsonValue value when value.TryGetValue<string>(out var text) && long.TryParse(text, out var number) => number,
        _ => null,
    };

    public static bool Truth(this JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<bool>(out var truth) => truth,
        JsonValue value when value.TryGetValue<string>(out var text) => text.ToUpperInvariant() is "TRUE" or "YES" or "1",
        _ => node.Number() == 1,
    };

    private static void Touch(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var member in members)
                {
                    Touch(member.Value);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Touch(item);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                value.GetValue<string>();
                break;
            default:
                break;
        }
    }
}
