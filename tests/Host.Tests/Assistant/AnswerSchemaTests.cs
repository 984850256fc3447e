using System.Text.Json;
using DrAivBot.Host.Assistant;

namespace DrAivBot.Host.Tests.Assistant;

public sealed class AnswerSchemaTests
{
    private const string Schema = """
        {
            "type": "object",
            "description": "a report",
            "properties": {
                "text": { "type": "string" },
                "zone": { "type": "string", "enum": ["weak", "strong"] },
                "swot": { "type": ["array", "null"], "items": { "type": "string" }, "minItems": 1, "maxItems": 2 },
                "plan": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "properties": { "day": { "type": "integer", "minimum": 1, "maximum": 90 }, "done": { "type": "boolean" } },
                        "required": ["day", "done"],
                        "additionalProperties": false
                    }
                }
            },
            "required": ["text", "zone", "swot", "plan"],
            "additionalProperties": false
        }
        """;

    [Theory]
    [InlineData("""{"text":"a","zone":"weak","swot":null,"plan":[]}""")]
    [InlineData("""{"text":"","zone":"strong","swot":["a","b"],"plan":[{"day":1,"done":true},{"day":90,"done":false}]}""")]
    public void What_keeps_to_it_passes(string answer) => Assert.Null(Find(answer));

    [Theory]
    [InlineData("""[]""", "$ is not of the type object.")]
    [InlineData("""{"zone":"weak","swot":null,"plan":[]}""", "$.text is missing.")]
    [InlineData("""{"text":1,"zone":"weak","swot":null,"plan":[]}""", "$.text is not of the type string.")]
    [InlineData("""{"text":"a","zone":"best","swot":null,"plan":[]}""", "$.zone is none of the allowed values.")]
    [InlineData("""{"text":"a","zone":"weak","swot":[],"plan":[]}""", "$.swot has 0 items, at least 1 are needed.")]
    [InlineData("""{"text":"a","zone":"weak","swot":["a","b","c"],"plan":[]}""", "$.swot has 3 items, at most 2 are allowed.")]
    [InlineData("""{"text":"a","zone":"weak","swot":[1],"plan":[]}""", "$.swot[0] is not of the type string.")]
    [InlineData("""{"text":"a","zone":"weak","swot":null,"plan":[{"day":91,"done":true}]}""", "$.plan[0].day is above 90.")]
    [InlineData("""{"text":"a","zone":"weak","swot":null,"plan":[{"day":0,"done":true}]}""", "$.plan[0].day is below 1.")]
    [InlineData("""{"text":"a","zone":"weak","swot":null,"plan":[{"day":1.5,"done":true}]}""", "$.plan[0].day is not of the type integer.")]
    [InlineData("""{"text":"a","zone":"weak","swot":null,"plan":[{"day":1,"done":true,"score":100}]}""", "$.plan[0] has a property that the schema has not.")]
    [InlineData("""{"text":"\ud800","zone":"weak","swot":null,"plan":[]}""", "$.text has broken characters.")]
    public void What_does_not_is_named(string answer, string fault) => Assert.Equal(fault, Find(answer));

    [Theory]
    [InlineData("no json", "is no JSON")]
    [InlineData("""{"type":"string"}""", "is not of the type object")]
    [InlineData("""{"type":"object"}""", "without properties")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}},"required":[],"additionalProperties":false}""", "does not require exactly its properties")]
    [InlineData("""{"type":"object","properties":{},"required":[]}""", "does not forbid additionalProperties")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","maxLength":3}},"required":["a"],"additionalProperties":false}""", "'maxLength', which is not known")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"text"}},"required":["a"],"additionalProperties":false}""", "$.a has a type that is none of")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array"}},"required":["a"],"additionalProperties":false}""", "$.a is an array without items")]
    public void A_schema_that_nobody_would_keep_to_is_refused_in_words(string schema, string words) =>
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => AnswerSchema.Parse(schema)).Message, StringComparison.Ordinal);

    private static string? Find(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        return AnswerSchema.Parse(Schema).FindFault(document.RootElement);
    }
}
