using System.Globalization;
using System.Text;

namespace DrAivBot.Host.Sandbox.Markup;

/// <summary>parse_mode HTML.</summary>
internal sealed class HtmlMarkup(string source)
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["b"] = "bold",
        ["strong"] = "bold",
        ["i"] = "italic",
        ["em"] = "italic",
        ["u"] = "underline",
        ["ins"] = "underline",
        ["s"] = "strikethrough",
        ["strike"] = "strikethrough",
        ["del"] = "strikethrough",
        ["tg-spoiler"] = "spoiler",
        ["span"] = "spoiler",
        ["a"] = "text_link",
        ["tg-emoji"] = "custom_emoji",
        ["pre"] = "pre",
        ["code"] = "code",
        ["blockquote"] = "blockquote",
    };

    private readonly MarkupText text = new(source);
    private readonly StringBuilder result = new();
    private readonly List<TextEntity> entities = [];
    private readonly Stack<Tag> open = new();

    public FormattedText Parse()
    {
        while (!text.AtEnd)
        {
            if (text[0] == '<')
            {
                ReadTag();
            }
            else if (text[0] != '&' || !TryReadReference(result))
            {
                result.Append(text[0]);
                text.Position++;
            }
        }

        return open.TryPeek(out var left)
            ? throw new MarkupException($"Can't find end tag corresponding to start tag \"{left.Name}\"")
            : new FormattedText(result.ToString(), entities);
    }

    private void ReadTag()
    {
        var begin = text.Position++;
        if (text[0] == '/')
        {
            text.Position++;
            ReadEndTag(begin);
        }
        else
        {
            ReadStartTag(begin);
        }
    }

    private void ReadStartTag(int begin)
    {
        var name = ReadName(begin, "start");
        if (!Types.ContainsKey(name))
        {
            throw new MarkupException($"Unsupported start tag \"{name}\" at byte offset {text.Bytes(begin)}");
        }

        var argument = "";
        for (text.SkipSpaces(); text[0] != '>'; text.SkipSpaces())
        {
            argument = ReadAttribute(name, begin) ?? argument;
        }

        text.Position++;
        if (name == "span" && argument != "tg-spoiler")
        {
            throw new MarkupException($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {text.Bytes(begin)}");
        }

        open.Push(new Tag(name, argument, result.Length));
    }

    private string ReadName(int begin, string kind)
    {
        var from = text.Position;
        while (!text.AtEnd && !char.IsWhiteSpace(text[0]) && text[0] != '>')
        {
            text.Position++;
        }

        return text.AtEnd
            ? throw new MarkupException($"Unclosed {kind} tag at byte offset {text.Bytes(begin)}")
            : text.Slice(from).ToLowerInvariant();
    }

    /// <summary>Reads one attribute; returns its value when it is the one that matters for the tag.</summary>
    private string? ReadAttribute(string tag, int begin)
    {
        var from = text.Position;
        while (!text.AtEnd && !char.IsWhiteSpace(text[0]) && text[0] is not ('=' or '>'))
        {
            text.Position++;
        }

        var name = text.Slice(from).ToLowerInvariant();
        if (name.Length == 0)
        {
            throw new MarkupException(text.AtEnd ? $"Unclosed start tag at byte offset {text.Bytes(begin)}"
                : $"Empty attribute name in the tag \"{tag}\" at byte offset {text.Bytes(begin)}");
        }

        text.SkipSpaces();
        if (text[0] != '=')
        {
            return tag == "blockquote" && name == "expandable" ? name : text.AtEnd
                ? throw new MarkupException($"Unclosed start tag at byte offset {text.Bytes(begin)}")
                : throw new MarkupException($"Expected equal sign in declaration of an attribute of the tag \"{tag}\" at byte offset {text.Bytes(begin)}");
        }

        text.Position++;
        text.SkipSpaces();
        var value = ReadValue();
        return text.AtEnd ? throw new MarkupException($"Unclosed start tag at byte offset {text.Bytes(begin)}") : (tag, name) switch
        {
            ("a", "href") or ("span", "class") or ("tg-emoji", "emoji-id") => value,
            ("code", "class") when value.StartsWith("language-", StringComparison.Ordinal) => value["language-".Length..],
            ("blockquote", "expandable") => name,
            _ => null,
        };
    }

    private string ReadValue()
    {
        var begin = text.Position;
        if (text[0] is not ('"' or '\''))
        {
            while (char.IsAsciiLetterOrDigit(text[0]) || text[0] is '.' or '-')
            {
                text.Position++;
            }

            return text.AtEnd || char.IsWhiteSpace(text[0]) || text[0] == '>'
                ? text.Slice(begin).ToLowerInvariant()
                : throw new MarkupException($"Unexpected end of name token at byte offset {text.Bytes(begin)}");
        }

        var quote = text[0];
        text.Position++;
        var value = new StringBuilder();
        while (!text.AtEnd && text[0] != quote)
        {
            if (text[0] != '&' || !TryReadReference(value))
            {
                value.Append(text[0]);
                text.Position++;
            }
        }

        text.Position++;
        return value.ToString();
    }

    private void ReadEndTag(int begin)
    {
        if (!open.TryPeek(out var tag))
        {
            throw new MarkupException($"Unexpected end tag at byte offset {text.Bytes(begin)}");
        }

        var name = ReadName(begin, "end");
        text.SkipSpaces();
        if (text[0] != '>')
        {
            throw new MarkupException($"Unclosed end tag at byte offset {text.Bytes(begin)}");
        }

        if (name.Length > 0 && name != tag.Name)
        {
            throw new MarkupException($"Unmatched end tag at byte offset {text.Bytes(begin)}, expected \"</{tag.Name}>\", found \"</{name}>\"");
        }

        text.Position++;
        open.Pop();
        Close(tag);
    }

    private void Close(Tag tag)
    {
        var length = result.Length - tag.Offset;
        if (length == 0)
        {
            return;
        }

        var address = tag.Argument.Length > 0 ? tag.Argument : result.ToString(tag.Offset, length);
        var entity = new TextEntity(Types[tag.Name], tag.Offset, length);
        switch (tag.Name)
        {
            case "a":
                Links.Add(entities, entity, address);
                break;
            case "blockquote" when tag.Argument.Length > 0:
                entities.Add(entity with { Type = "expandable_blockquote" });
                break;
            case "code" when open.TryPeek(out var outer) && outer.Name == "pre" && outer.Offset == tag.Offset && tag.Argument.Length > 0:
                entities.Add(entity with { Type = "pre", Argument = tag.Argument });
                break;
            case "pre" when entities.Exists(e => e.Type == "pre" && e.Offset == tag.Offset && e.Length == length):
                break;
            default:
                entities.Add(entity with { Argument = tag.Name == "tg-emoji" ? tag.Argument : "" });
                break;
        }
    }

    private bool TryReadReference(StringBuilder target)
    {
        var rest = source.AsSpan(text.Position, Math.Min(12, source.Length - text.Position));
        var end = rest.IndexOf(';');
        if (end < 2)
        {
            return false;
        }

        var name = rest[1..end];
        var decoded = name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            _ => name[0] == '#' ? Character(name[1..]) : null,
        };
        if (decoded is null)
        {
            return false;
        }

        target.Append(decoded);
        text.Position += end + 1;
        return true;
    }

    private static string? Character(ReadOnlySpan<char> number)
    {
        var isHex = number is ['x' or 'X', ..];
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(isHex ? number[1..] : number, style, CultureInfo.InvariantCulture, out var code) && code > 0 && Rune.IsValid(code)
            ? new Rune(code).ToString()
            : null;
    }

    private sealed record Tag(string Name, string Argument, int Offset);
}
