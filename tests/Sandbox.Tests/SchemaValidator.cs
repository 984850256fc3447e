using System.Text.Json;
using System.Text.Json.Nodes;

namespace DrAivBot.Sandbox.Tests;

/// <summary>Compares answers with the Bot API schema: no unknown field, every required one, the right types.</summary>
public sealed class SchemaValidator
{
    private const string ArrayOf = "Array of ";

    private readonly JsonNode schema = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schema", "bot-api-10.1.json")))!;

    public IReadOnlyList<string> CheckResult(string method, JsonNode? result)
    {
        var known = schema["methods"]!.AsObject().FirstOrDefault(m => m.Key.Equals(method, StringComparison.OrdinalIgnoreCase)).Value;
        return known is null
            ? [$"{method}: no such method in the schema"]
            : CheckAny(method, result, [.. known["returns"]!.AsArray().Select(t => t!.GetValue<string>())]);
    }

    public IReadOnlyList<string> CheckType(string type, JsonNode? value) => Check(type, value, type);

    private List<string> CheckAny(string path, JsonNode? value, string[] types)
    {
        var all = types.Select(t => Check(path, value, t)).ToList();
        return all.MinBy(errors => errors.Count)!;
    }

    private List<string> Check(string path, JsonNode? value, string type)
    {
        if (type.StartsWith(ArrayOf, StringComparison.Ordinal))
        {
            return value is JsonArray items
                ? [.. items.SelectMany((item, i) => Check($"{path}[{i}]", item, type[ArrayOf.Length..]))]
                : [$"{path}: {type} expected, found {value?.ToJsonString()}"];
        }

        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        bool? isRight = type switch
        {
            "Integer" => kind == JsonValueKind.Number && value!.ToJsonString().All(c => char.IsAsciiDigit(c) || c == '-'),
            "Float" => kind == JsonValueKind.Number,
            "String" => kind == JsonValueKind.String,
            "Boolean" or "True" => kind is JsonValueKind.True or JsonValueKind.False,
            _ => null,
        };
        return isRight is null ? CheckObject(path, value, type)
            : isRight.Value ? [] : [$"{path}: {type} expected, found {value?.ToJsonString() ?? "null"}"];
    }

    private List<string> CheckObject(string path, JsonNode? value, string type)
    {
        var definition = schema["types"]![type];
        if (definition is null)
        {
            return [$"{path}: the schema has no type {type}"];
        }

        if (definition["subtypes"] is JsonArray subtypes)
        {
            return CheckAny(path, value, [.. subtypes.Select(s => s!.GetValue<string>())]);
        }

        if (value is not JsonObject members)
        {
            return [$"{path}: {type} expected, found {value?.ToJsonString() ?? "null"}"];
        }

        var fields = definition["fields"]!.AsObject();
        var errors = members.Where(m => !fields.ContainsKey(m.Key)).Select(m => $"{path}.{m.Key}: {type} has no such field").ToList();
        foreach (var (name, field) in fields)
        {
            if (members.ContainsKey(name))
            {
                errors.AddRange(CheckAny($"{path}.{name}", members[name], [.. field!["types"]!.AsArray().Select(t => t!.GetValue<string>())]));
            }
            else if (field!["required"]!.GetValue<bool>())
            {
                errors.Add($"{path}.{name}: required by {type} and missing");
            }
        }

        return errors;
    }
}
