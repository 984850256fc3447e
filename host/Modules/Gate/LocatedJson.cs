using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace DrAivBot.Host.Modules.Gate;

/// <summary>JSON that knows where in its file each value stands.</summary>
internal sealed class LocatedJson
{
    private const int Deepest = 8;

    private readonly byte[] text;
    private readonly int offset;

    private LocatedJson(byte[] text, ref Utf8JsonReader reader)
    {
        this.text = text;
        offset = (int)reader.TokenStartIndex;
        Kind = reader.TokenType;
        switch (Kind)
        {
            case JsonTokenType.String:
                Text = reader.GetString()!;
                break;
            case JsonTokenType.Number:
                Text = Encoding.UTF8.GetString(reader.ValueSpan);
                break;
            case JsonTokenType.StartArray:
                reader.Skip();
                break;
            case JsonTokenType.StartObject:
                ReadMembers(ref reader);
                break;
        }
    }

    public JsonTokenType Kind { get; }

    /// <summary>A text's value, a number's digits; otherwise empty.</summary>
    public string Text { get; } = "";

    /// <summary>An object's members in order, a name as often as it is written; otherwise empty.</summary>
    public List<(string Name, LocatedJson Value)> Members { get; } = [];

    /// <summary>For example <c>line 3, column 14</c>; columns count letters as editors do.</summary>
    public string Place => PlaceOf(text, offset);

    /// <exception cref="FormatException">The bytes are no JSON; the message says where and why.</exception>
    public static LocatedJson Parse(byte[] bytes)
    {
        if (!Utf8.IsValid(bytes))
        {
            throw new FormatException("line 1, column 1: this is not UTF-8 text.");
        }

        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Deepest });
        try
        {
            reader.Read();
            var root = new LocatedJson(bytes, ref reader);
            reader.Read();
            return root;
        }
        catch (JsonException broken)
        {
            var lines = bytes.Count((byte)'\n');
            var line = (int)Math.Min(broken.LineNumber ?? 0, lines);
            var column = (broken.BytePositionInLine ?? 0) + 1;
            throw new FormatException($"line {line + 1}, column {column}: this is not JSON: {broken.Message.Split(" LineNumber:")[0]}", broken);
        }
        catch (InvalidOperationException half)
        {
            throw new FormatException($"{PlaceOf(bytes, (int)reader.TokenStartIndex)}: this text has half of a surrogate pair.", half);
        }
    }

    public string Describe() => Kind switch
    {
        JsonTokenType.String => $"the text \"{PackageNames.Show(Text)}\"",
        JsonTokenType.Number => $"the number {PackageNames.Show(Text)}",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "null",
    };

    private void ReadMembers(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            Members.Add((name, new LocatedJson(text, ref reader)));
        }
    }

    private static string PlaceOf(byte[] text, int offset)
    {
        var before = text.AsSpan(0, offset);
        var start = before.LastIndexOf((byte)'\n') + 1;
        return $"line {before.Count((byte)'\n') + 1}, column {Encoding.UTF8.GetCharCount(before[start..]) + 1}";
    }
}
