using System.Text;

namespace DrAivBot.Host.Sandbox.Markup;

/// <summary>parse_mode Markdown, the old form without nesting.</summary>
internal sealed class LegacyMarkdown(string source)
{
    private readonly MarkupText text = new(source);
    private readonly StringBuilder result = new();
    private readonly List<TextEntity> entities = [];

    public FormattedText Parse()
    {
        while (!text.AtEnd)
        {
            if (text[0] == '\\' && text[1] is '_' or '*' or '`' or '[')
            {
                text.Position++;
                Literal();
            }
            else if (text[0] is '_' or '*' or '`' or '[')
            {
                ReadEntity();
            }
            else
            {
                Literal();
            }
        }

        return new FormattedText(result.ToString(), entities);
    }

    private void Literal()
    {
        result.Append(text[0]);
        text.Position++;
    }

    private void ReadEntity()
    {
        var begin = text.Position;
        var sign = text[0];
        var isPre = text.StartsWith("```");
        var end = isPre ? "```" : sign == '[' ? "]" : sign.ToString();
        text.Position += isPre ? 3 : 1;
        var language = isPre ? ReadLanguage() : "";
        var offset = result.Length;
        while (!text.AtEnd && !text.StartsWith(end))
        {
            Literal();
        }

        if (text.AtEnd)
        {
            throw new MarkupException($"Can't find end of the entity starting at byte offset {text.Bytes(begin)}");
        }

        text.Position += end.Length;
        Close(sign, isPre, language, offset);
    }

    private string ReadLanguage()
    {
        var from = text.Position;
        while (!text.AtEnd && !char.IsWhiteSpace(text[0]) && text[0] != '`')
        {
            text.Position++;
        }

        var language = text.AtEnd || text[0] == '`' ? "" : text.Slice(from);
        text.Position = language.Length > 0 ? text.Position : from;
        text.SkipLineBreak();
        return language;
    }

    private void Close(char sign, bool isPre, string language, int offset)
    {
        var length = result.Length - offset;
        var address = sign == '[' ? ReadAddress() : null;
        if (length == 0)
        {
            return;
        }

        var entity = new TextEntity("bold", offset, length);
        switch (sign)
        {
            case '[':
                Links.Add(entities, entity, address ?? result.ToString(offset, length));
                break;
            case '_':
                entities.Add(entity with { Type = "italic" });
                break;
            case '`':
                entities.Add(entity with { Type = isPre ? "pre" : "code", Argument = language });
                break;
            default:
                entities.Add(entity);
                break;
        }
    }

    private string? ReadAddress()
    {
        if (text[0] != '(')
        {
            return null;
        }

        text.Position++;
        var from = text.Position;
        while (!text.AtEnd && text[0] != ')')
        {
            text.Position++;
        }

        var address = text.Slice(from);
        text.Position++;
        return address;
    }
}
