using System.Text;

namespace DrAivBot.Host.Sandbox.Markup;

/// <summary>The source of a markup parser: safe look-ahead, and positions in bytes, which is how Telegram reports them.</summary>
internal sealed class MarkupText(string source)
{
    public int Position { get; set; }

    public bool AtEnd => Position >= source.Length;

    /// <summary>The character at an offset from the position; NUL beyond the ends.</summary>
    public char this[int ahead] => Position + ahead >= 0 && Position + ahead < source.Length ? source[Position + ahead] : '\0';

    public bool StartsWith(string expected) => string.CompareOrdinal(source, Position, expected, 0, expected.Length) == 0;

    public string Slice(int from) => source[from..Position];

    public int Bytes(int position) => Encoding.UTF8.GetByteCount(source.AsSpan(0, position));

    public void SkipSpaces()
    {
        while (!AtEnd && char.IsWhiteSpace(this[0]))
        {
            Position++;
        }
    }

    /// <summary>Skips the one line break that may follow the opening of a code block.</summary>
    public void SkipLineBreak()
    {
        if (this[0] is '\n' or '\r')
        {
            Position += this[1] is '\n' or '\r' && this[1] != this[0] ? 2 : 1;
        }
    }
}
