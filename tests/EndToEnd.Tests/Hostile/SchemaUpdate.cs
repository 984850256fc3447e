using System.Text.Json.Nodes;

namespace DrAivBot.EndToEnd.Tests.Hostile;

/// <summary>
/// Updates of every kind that the Bot API knows, built from its schema: mostly of the right shape, with fields missing,
/// of another type or beyond every limit.
/// </summary>
internal sealed class SchemaUpdate(Random random, Func<string> nextText, IReadOnlyList<long> people)
{
    private const string ArrayOf = "Array of ";
    private const int MaxDepth = 5;

    private static readonly JsonObject Types =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schema", "bot-api-10.1.json")))!["types"]!.AsObject();

    private static readonly string[] Kinds =
        [.. Types["Update"]!["fields"]!.AsObject().Select(field => field.Key).Where(name => name != "update_id"), "kind_of_tomorrow"];

    private static readonly long[] Numbers =
        [0, 1, -1, 42, int.MaxValue, int.MinValue, (long)int.MaxValue + 1, 1L << 53, long.MaxValue, long.MinValue, -1001234567890, 253402300800];

    private static readonly string[] Broken =
        ["null", "[]", "{}", "\"\"", "0", "-1", "1.5", "1e400", "99999999999999999999999", "true", "[[[]]]", "{\"id\":{}}", "\"\\ud800\"", "\"1\""];

    public JsonObject Next(long updateId)
    {
        var kind = Kinds[random.Next(Kinds.Length)];
        var types = Types["Update"]!["fields"]![kind]?["types"]!.AsArray() ?? ["Message"];
        var content = Value(types[0]!.GetValue<string>(), 0);
        if (content is JsonObject known && random.Next(3) > 0)
        {
            var person = people[random.Next(people.Count)];
            known["from"] = new JsonObject { ["id"] = person, ["is_bot"] = false, ["first_name"] = nextText() };
            known["chat"] = new JsonObject { ["id"] = random.Next(3) == 0 ? -1001234567890 : person, ["type"] = ChatType(), ["title"] = nextText() };
        }

        return new() { ["update_id"] = updateId, [kind] = content };
    }

    private string ChatType() => random.Next(6) switch
    {
        0 => "group",
        1 => "supergroup",
        2 => "channel",
        3 => "no_such_type",
        _ => "private",
    };

    private JsonNode? Value(string type, int depth)
    {
        if (random.Next(25) == 0)
        {
            return Raw(Broken[random.Next(Broken.Length)]);
        }

        if (type.StartsWith(ArrayOf, StringComparison.Ordinal))
        {
            return new JsonArray([.. Enumerable.Range(0, depth < MaxDepth ? random.Next(3) : 0).Select(_ => Value(type[ArrayOf.Length..], depth + 1))]);
        }

        return type switch
        {
            "Integer" => random.Next(2) == 0 ? random.Next() : Numbers[random.Next(Numbers.Length)],
            "Float" => random.NextDouble() * 1e6,
            "String" => nextText(),
            "Boolean" or "True" => random.Next(2) == 0,
            _ => Object(type, depth),
        };
    }

    private JsonNode? Object(string type, int depth)
    {
        if (Types[type] is not { } definition)
        {
            return nextText();
        }

        if (definition["subtypes"] is JsonArray subtypes)
        {
            return Value(subtypes[random.Next(subtypes.Count)]!.GetValue<string>(), depth);
        }

        var result = new JsonObject();
        foreach (var (name, field) in definition["fields"]?.AsObject() ?? [])
        {
            var isRequired = field!["required"]!.GetValue<bool>();
            if (isRequired ? random.Next(20) > 0 : depth < MaxDepth && random.Next(12) == 0)
            {
                var types = field["types"]!.AsArray();
                result[name] = depth < MaxDepth + 3 ? Value(types[random.Next(types.Count)]!.GetValue<string>(), depth + 1) : null;
            }
        }

        return result;
    }

    /// <summary>JSON that the object model of .NET could not hold is put in when the update is written.</summary>
    private static JsonNode Raw(string json) => HostileUpdates.Placeholder(json);
}
