using System.Text;

namespace DrAivBot.Host.Sandbox.Markup;

/// <summary>parse_mode MarkdownV2.</summary>
internal sealed class MarkdownV2Markup(string source)
{
    private const string Reserved = "_*[]()~`>#+-=|{}.!";

    private readonly MarkupText text = new(source);
    private readonly StringBuilder result = new();
    private readonly List<TextEntity> entities = [];
    private readonly Stack<Mark> open = new();

    private int quoteFrom = -1;
    private bool quoteExpands;

    public FormattedText Parse()
    {
        while (!text.AtEnd)
        {
            Step();
        }

        EndQuote();
        return open.TryPeek(out var left)
            ? throw new MarkupException($"Can't find end of {left.Name} entity at byte offset {text.Bytes(left.Begin)}")
            : new FormattedText(result.ToString(), entities);
    }

    private void Step()
    {
        var inner = open.TryPeek(out var mark) ? mark : null;
        var isCode = inner?.Name is "Code" or "Pre" or "PreCode";
        if (!isCode && text[0] == '>' && (text.Position == 0 || text[-1] == '\n'))
        {
            BeginQuote();
        }
        else if (!isCode && text[0] == '\n' && quoteFrom >= 0 && text[1] != '>')
        {
            EndQuote();
            Literal(0);
        }
        else if (text[0] == '\\' && text[1] is > '\0' and <= '~')
        {
            Literal(1);
        }
        else if (!(isCode ? text[0] == '`' : Reserved.Contains(text[0], StringComparison.Ordinal)))
        {
            Literal(0);
        }
        else if (inner is not null && text.StartsWith(inner.End) && !(inner.Name == "Italic" && text[1] == '_'))
        {
            Close(open.Pop());
        }
        else
        {
            Open();
        }
    }

    private void Literal(int skip)
    {
        result.Append(text[skip]);
        text.Position += skip + 1;
    }

    private void BeginQuote()
    {
        if (quoteFrom < 0)
        {
            quoteFrom = result.Length;
        }

        text.Position++;
    }

    private void EndQuote()
    {
        if (quoteFrom >= 0 && result.Length > quoteFrom)
        {
            entities.Add(new TextEntity(quoteExpands ? "expandable_blockquote" : "blockquote", quoteFrom, result.Length - quoteFrom));
        }

        (quoteFrom, quoteExpands) = (-1, false);
    }

    private void Open()
    {
        if (quoteFrom >= 0 && text.StartsWith("||") && text[2] is '\n' or '\0')
        {
            quoteExpands = true;
            text.Position += 2;
            return;
        }

        var begin = text.Position;
        if (text.StartsWith("```"))
        {
            OpenPre(begin);
            return;
        }

        var (name, type, sign, end) = text[0] switch
        {
            '_' when text[1] == '_' => ("Underline", "underline", "__", "__"),
            '_' => ("Italic", "italic", "_", "_"),
            '*' => ("Bold", "bold", "*", "*"),
            '~' => ("Strikethrough", "strikethrough", "~", "~"),
            '|' when text[1] == '|' => ("Spoiler", "spoiler", "||", "||"),
            '[' => ("TextUrl", "text_link", "[", "]"),
            '!' when text[1] == '[' => ("CustomEmoji", "custom_emoji", "![", "]"),
            '`' => ("Code", "code", "`", "`"),
            _ => throw new MarkupException($"Character '{text[0]}' is reserved and must be escaped with the preceding '\\'"),
        };
        text.Position += sign.Length;
        open.Push(new Mark(name, type, end, "", result.Length, begin));
    }

    private void OpenPre(int begin)
    {
        text.Position += 3;
        var from = text.Position;
        while (!text.AtEnd && !char.IsWhiteSpace(text[0]) && text[0] != '`')
        {
            text.Position++;
        }

        var language = text.AtEnd || text[0] == '`' ? "" : text.Slice(from);
        text.Position = language.Length > 0 ? text.Position : from;
        text.SkipLineBreak();
        open.Push(new Mark(language.Length > 0 ? "PreCode" : "Pre", "pre", "```", language, result.Length, begin));
    }

    private void Close(Mark mark)
    {
        text.Position += mark.End.Length;
        var length = result.Length - mark.Offset;
        var entity = new TextEntity(mark.Type, mark.Offset, length) { Argument = mark.Argument };
        var address = mark.Name is "TextUrl" or "CustomEmoji" ? ReadAddress() : null;
        if (length == 0)
        {
            return;
        }

        if (mark.Name == "TextUrl")
        {
            Links.Add(entities, entity, address ?? result.ToString(mark.Offset, length));
        }
        else if (mark.Name == "CustomEmoji")
        {
            const string Prefix = "tg://emoji?id=";
            entities.Add(address?.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) == true
                ? entity with { Argument = address[Prefix.Length..] }
                : throw new MarkupException("Custom emoji entity must contain a tg://emoji URL"));
        }
        else
        {
            entities.Add(entity);
        }
    }

    private string? ReadAddress()
    {
        if (text[0] != '(')
        {
            return null;
        }

        text.Position++;
        var begin = text.Position;
        var address = new StringBuilder();
        while (!text.AtEnd && text[0] != ')')
        {
            text.Position += text[0] == '\\' && text[1] is > '\0' and <= '~' ? 1 : 0;
            address.Append(text[0]);
            text.Position++;
        }

        if (text.AtEnd)
        {
            throw new MarkupException($"Can't find end of a URL at byte offset {text.Bytes(begin)}");
        }

        text.Position++;
        return address.ToString();
    }

    private sealed record Mark(string Name, string Type, string End, string Argument, int Offset, int Begin);
}
