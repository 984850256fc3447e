using System.Text.Json;
using Betalgo.Ranul.OpenAI.ObjectModels.SharedModels;

namespace DrAivBot.Host.Assistant;

/// <summary>
/// The strict schema of an answer. Providers promise to keep to it; whether they did is looked at here, for a server that
/// merely speaks like OpenAI may ignore it, and what data have talked a model into must not come through.
/// </summary>
internal sealed class AnswerSchema
{
    private const int LongestFault = 300;

    private readonly JsonElement _root;

    private AnswerSchema(JsonElement root, PropertyDefinition definition) => (_root, Definition) = (root, definition);

    /// <summary>The same for the client's library.</summary>
    public PropertyDefinition Definition { get; }

    /// <exception cref="ArgumentException">It is no strict schema of the words that are known.</exception>
    public static AnswerSchema Parse(string schema)
    {
        try
        {
            using var document = JsonDocument.Parse(schema);
            SchemaRules.Verify(document.RootElement);
            return new(document.RootElement.Clone(), document.RootElement.Deserialize<PropertyDefinition>()!);
        }
        catch (JsonException broken)
        {
            throw SchemaRules.Wrong("$", "is no JSON", broken);
        }
    }

    /// <returns>The first thing that does not keep to it, in words; null when all does.</returns>
    public string? FindFault(JsonElement answer) => Find(answer, _root, "$") is { } fault ? fault[..Math.Min(fault.Length, LongestFault)] : null;

    private static string? Find(JsonElement value, JsonElement schema, string path)
    {
        var types = SchemaRules.TypesOf(schema);
        if (!types.Any(type => IsOf(value, type)))
        {
            return $"{path} is not of the type {string.Join(" or ", types)}.";
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => FindInObject(value, schema, path),
            JsonValueKind.Array => FindInArray(value, schema, path),
            JsonValueKind.Number => FindInNumber(value.GetDouble(), schema, path),
            JsonValueKind.String => FindInText(value, schema, path),
            _ => null,
        };
    }

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => value.ValueKind == JsonValueKind.Null,
    };

    private static string? FindInObject(JsonElement value, JsonElement schema, string path)
    {
        var properties = schema.GetProperty("properties");
        foreach (var property in value.EnumerateObject())
        {
            if (!properties.TryGetProperty(property.Name, out _))
            {
                return $"{path} has a property that the schema has not.";
            }
        }

        foreach (var property in properties.EnumerateObject())
        {
            var at = $"{path}.{property.Name}";
            if (!value.TryGetProperty(property.Name, out var given))
            {
                return $"{at} is missing.";
            }

            if (Find(given, property.Value, at) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static string? FindInArray(JsonElement value, JsonElement schema, string path)
    {
        var count = value.GetArrayLength();
        if (schema.TryGetProperty("minItems", out var least) && count < least.GetInt32())
        {
            return $"{path} has {count} items, at least {least.GetInt32()} are needed.";
        }

        if (schema.TryGetProperty("maxItems", out var most) && count > most.GetInt32())
        {
            return $"{path} has {count} items, at most {most.GetInt32()} are allowed.";
        }

        var items = schema.GetProperty("items");
        return value.EnumerateArray().Select((item, at) => Find(item, items, $"{path}[{at}]")).FirstOrDefault(fault => fault is not null);
    }

    private static string? FindInNumber(double value, JsonElement schema, string path) =>
        schema.TryGetProperty("minimum", out var least) && value < least.GetDouble() ? $"{path} is below {least.GetRawText()}."
        : schema.TryGetProperty("maximum", out var most) && value > most.GetDouble() ? $"{path} is above {most.GetRawText()}."
        : null;

    private static string? FindInText(JsonElement value, JsonElement schema, string path)
    {
        if (!IsText(value))
        {
            return $"{path} has broken characters.";
        }

        return schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(one => one.ValueEquals(value.GetString()))
            ? $"{path} is none of the allowed values."
            : null;
    }

    /// <summary>Half of a pair of surrogates is valid JSON and no text.</summary>
    private static bool IsText(JsonElement value)
    {
        try
        {
            value.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
