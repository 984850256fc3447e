using System.Net;
using System.Text;

namespace DrAivBot.Host.Texts;

/// <summary>
/// Takes a text of a text file apart: placeholders <c>{name}</c>, braces <c>{{</c> and <c>}}</c>, Telegram's tags, and
/// the entities that stand for <c>&lt;</c>, <c>&gt;</c>, <c>&amp;</c> and quotes. What Telegram would refuse is an error
/// here, at load, and not in a user's chat.
/// </summary>
internal sealed class TemplateParser(string text)
{
    private readonly List<TextPart> _parts = [];
    private readonly List<string> _errors = [];
    private readonly Stack<string> _open = new();
    private readonly StringBuilder _html = new();
    private readonly StringBuilder _plain = new();
    private bool _hasTags;
    private int _at;

    /// <summary>The template and what is wrong with it, a part of a sentence each.</summary>
    public static (TextTemplate Template, IReadOnlyList<string> Errors) Parse(string text)
    {
        var parser = new TemplateParser(text);
        parser.Run();
        return (new(parser._parts, parser._hasTags), parser._errors);
    }

    private void Run()
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            _errors.Add("is empty");
        }

        while (_at < text.Length)
        {
            ReadNext();
        }

        foreach (var tag in _open)
        {
            _errors.Add($"leaves <{tag}> open: close it with </{tag}>");
        }

        EndLiteral();
    }

    private void ReadNext()
    {
        switch (text[_at])
        {
            case '{' or '}':
                ReadBrace();
                break;
            case '<':
                ReadTag();
                break;
            case '&':
                ReadEntity();
                break;
            case '>':
                _errors.Add("has a bare '>': write &gt;");
                _at++;
                break;
            case var letter when letter != '\n' && char.IsControl(letter):
                _errors.Add($"has the control character U+{(int)letter:X4}: only line breaks are allowed");
                _at++;
                break;
            default:
                Append(text.AsSpan(_at, 1), text.AsSpan(_at, 1));
                _at++;
                break;
        }
    }

    private void ReadBrace()
    {
        var brace = text[_at];
        if (_at + 1 < text.Length && text[_at + 1] == brace)
        {
            Append([brace], [brace]);
            _at += 2;
            return;
        }

        var end = brace == '{' ? text.IndexOf('}', _at) : -1;
        var name = end < 0 ? "" : text[(_at + 1)..end];
        if (!IsName(name))
        {
            _errors.Add($"has a brace at character {_at + 1} that is no placeholder like {{name}}: write {{{{ or }}}} for a brace itself");
            _at++;
            return;
        }

        EndLiteral();
        _parts.Add(new("", "", name));
        _at = end + 1;
    }

    private void ReadTag()
    {
        var end = text.IndexOf('>', _at);
        var inner = end < 0 ? "" : text[(_at + 1)..end];
        if (end < 0 || inner.Length == 0 || !(char.IsAsciiLetter(inner[0]) || inner[0] == '/'))
        {
            _errors.Add("has a bare '<': write &lt;");
            _at++;
            return;
        }

        _hasTags = true;
        if (TelegramTags.Check(inner, _open) is { } error)
        {
            _errors.Add(error);
        }

        Append(text.AsSpan(_at, end + 1 - _at), "");
        _at = end + 1;
    }

    private void ReadEntity()
    {
        var end = text.IndexOf(';', _at);
        var entity = end < 0 || end - _at > 10 ? "" : text[_at..(end + 1)];
        if (!TelegramTags.IsEntity(entity))
        {
            _errors.Add("has a bare '&': write &amp;");
            _at++;
            return;
        }

        Append(entity, WebUtility.HtmlDecode(entity));
        _at = end + 1;
    }

    private void Append(ReadOnlySpan<char> html, ReadOnlySpan<char> plain)
    {
        _html.Append(html);
        _plain.Append(plain);
    }

    private void EndLiteral()
    {
        if (_html.Length > 0)
        {
            _parts.Add(new(_html.ToString(), _plain.ToString(), Placeholder: null));
            _html.Clear();
            _plain.Clear();
        }
    }

    private static bool IsName(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
