using System.Globalization;
using System.Text;
using DrAivBot.Texts;

namespace DrAivBot.Host.Dialogs;

/// <summary>Makes what a user typed fit to keep: without what nobody can see, and with words for what is wrong.</summary>
internal static class TypedText
{
    /// <summary>A single visible character may hide hundreds of code units; beyond this many on average it is no text.</summary>
    private const int MaxUnitsPerCharacter = 16;

    /// <summary>Takes out NUL, direction and zero-width characters and broken surrogates, evens out line breaks, and trims.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="multiLine">Whether other control characters are taken out too, or left for <see cref="Refuse"/>.</param>
    public static string Clean(string text, bool multiLine)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (IsSeen(rune, clean) && !(multiLine && Rune.IsControl(rune) && rune.Value is not '\n' and not '\t'))
            {
                clean.Append(rune.ToString());
            }
        }

        return TrimJoiner(clean.ToString().Trim());
    }

    /// <summary>Why a cleaned answer cannot be taken, in the user's language, or null.</summary>
    public static string? Refuse(IText text, string answer, int min, int max, bool multiLine)
    {
        if (answer.Length == 0)
        {
            return text.Get("core.dialog.empty");
        }

        if (!multiLine && answer.Any(char.IsControl))
        {
            return text.Get(answer.Contains('\n', StringComparison.Ordinal) ? "core.dialog.single_line" : "core.dialog.control_characters");
        }

        var length = Length(answer);
        if (length > max || answer.Length > max * MaxUnitsPerCharacter)
        {
            return text.Get("core.dialog.too_long", ("count", max), ("length", Math.Max(length, max + 1)));
        }

        return length < min ? text.Get("core.dialog.too_short", ("count", min)) : null;
    }

    /// <summary>Length in characters as a reader counts them.</summary>
    public static int Length(string text) => new StringInfo(text).LengthInTextElements;

    public static string OnOneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Cuts after a whole character and marks the cut.</summary>
    public static string Shorten(string text, int max)
    {
        var characters = StringInfo.GetTextElementEnumerator(text);
        for (var count = 0; characters.MoveNext(); count++)
        {
            if (count == max - 1 && characters.ElementIndex + characters.GetTextElement().Length < text.Length)
            {
                return string.Concat(text.AsSpan(0, characters.ElementIndex).TrimEnd(), "…");
            }
        }

        return text;
    }

    public static string LettersAndDigits(string text) =>
        string.Join(' ', string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A zero-width joiner is kept where it makes one picture of several; everywhere else it is a hidden character.</summary>
    private static bool IsSeen(Rune rune, StringBuilder before) => rune.Value switch
    {
        0 or 0xFFFD => false,
        0x200D => before.Length > 0 && (char.IsLowSurrogate(before[^1]) || before[^1] == '\uFE0F'),
        0xAD or 0x61C or 0x180E or 0xFEFF => false,
        >= 0x200B and <= 0x200F or >= 0x202A and <= 0x202E or >= 0x2060 and <= 0x206F => false,
        0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0 => false,
        _ => true,
    };

    private static string TrimJoiner(string text) => text.TrimEnd('\u200D').TrimEnd();
}
