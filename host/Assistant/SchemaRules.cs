using System.Text.Json;

namespace DrAivBot.Host.Assistant;

/// <summary>What a schema of an answer may say. A word that nobody keeps to would be a promise to its module and no more.</summary>
internal static class SchemaRules
{
    private static readonly string[] Words =
        ["type", "properties", "required", "additionalProperties", "items", "minItems", "maxItems", "minimum", "maximum", "enum", "description"];

    private static readonly string[] Types = ["object", "array", "string", "number", "integer", "boolean", "null"];

    /// <exception cref="ArgumentException">It is no strict schema of an object.</exception>
    public static void Verify(JsonElement root)
    {
        Verify(root, "$");
        Demand(TypesOf(root) is ["object"], "$", "is not of the type object");
    }

    /// <summary>The types a value may have.</summary>
    public static IReadOnlyList<string> TypesOf(JsonElement schema) => schema.GetProperty("type") is { ValueKind: JsonValueKind.Array } several
        ? [.. several.EnumerateArray().Select(type => type.GetString()!)]
        : [schema.GetProperty("type").GetString()!];

    public static ArgumentException Wrong(string path, string what, Exception? cause = null) =>
        new($"The schema of the answer cannot be used: {path} {what}. AssistantRequest.Schema says what it may contain.", nameof(path), cause);

    private static void Verify(JsonElement schema, string path)
    {
        Demand(schema.ValueKind == JsonValueKind.Object, path, "is no object");
        foreach (var word in schema.EnumerateObject())
        {
            Demand(Words.Contains(word.Name, StringComparer.Ordinal), path, $"has the word '{word.Name}', which is not known");
        }

        VerifyType(schema, path);
        var types = TypesOf(schema);
        if (types.Contains("object", StringComparer.Ordinal))
        {
            VerifyObject(schema, path);
        }

        if (types.Contains("array", StringComparer.Ordinal))
        {
            Demand(schema.TryGetProperty("items", out var items), path, "is an array without items");
            Verify(items, path + "[]");
        }

        VerifyBounds(schema, path);
    }

    private static void VerifyType(JsonElement schema, string path)
    {
        Demand(schema.TryGetProperty("type", out var type), path, "has no type");
        JsonElement[] types = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray()] : [type];
        Demand(
            types.Length > 0 && types.All(one => one.ValueKind == JsonValueKind.String && Types.Contains(one.GetString(), StringComparer.Ordinal)),
            path,
            $"has a type that is none of {string.Join(", ", Types)}");
    }

    private static void VerifyObject(JsonElement schema, string path)
    {
        Demand(
            schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object,
            path,
            "is an object without properties");
        string[] names = [.. properties.EnumerateObject().Select(property => property.Name)];
        Demand(
            schema.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.Array
            && required.EnumerateArray().All(name => name.ValueKind == JsonValueKind.String)
            && required.EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal).SequenceEqual(names.Order(StringComparer.Ordinal)),
            path,
            "does not require exactly its properties");
        Demand(schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False, path, "does not forbid additionalProperties");
        foreach (var property in properties.EnumerateObject())
        {
            Verify(property.Value, $"{path}.{property.Name}");
        }
    }

    private static void VerifyBounds(JsonElement schema, string path)
    {
        foreach (var word in (string[])["minItems", "maxItems"])
        {
            Demand(!schema.TryGetProperty(word, out var bound) || (bound.ValueKind == JsonValueKind.Number && bound.TryGetInt32(out _)), path, $"has a {word} that is no whole number");
        }

        foreach (var word in (string[])["minimum", "maximum"])
        {
            Demand(!schema.TryGetProperty(word, out var bound) || bound.ValueKind == JsonValueKind.Number, path, $"has a {word} that is no number");
        }

        Demand(
            !schema.TryGetProperty("enum", out var values)
            || (values.ValueKind == JsonValueKind.Array && values.EnumerateArray().All(value => value.ValueKind == JsonValueKind.String)),
            path,
            "has an enum of something else than texts");
    }

    private static void Demand(bool isMet, string path, string what)
    {
        if (!isMet)
        {
            throw Wrong(path, what);
        }
    }
}
