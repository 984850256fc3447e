using System.Text;

namespace DrAivBot.Host.Reports.Workbooks;

/// <summary>Makes texts such that every program opens the workbook they stand in.</summary>
internal static class CellText
{
    /// <summary>What Excel allows in a cell.</summary>
    public const int MaxLength = 32_767;

    private const int MaxSheetName = 31;

    /// <summary>Without what XML cannot hold: control characters, halves of surrogate pairs, non-characters.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, MaxLength));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > MaxLength)
            {
                break;
            }

            if (IsAllowed(rune))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    /// <summary>Whether a program that is told to edit the cell would take the text for a formula.</summary>
    public static bool LooksLikeFormula(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    /// <summary>Names for the tabs: allowed, not empty, each once.</summary>
    public static IReadOnlyList<string> SheetNames(IEnumerable<string> wanted)
    {
        var names = new List<string>();
        foreach (var name in wanted)
        {
            var allowed = string.Concat(Clean(name).Select(c => c is ':' or '\\' or '/' or '?' or '*' or '[' or ']' ? ' ' : c)).Trim().Trim('\'');
            var start = Cut(allowed.Length == 0 ? "Sheet" : allowed, MaxSheetName);
            var unique = start;
            for (var i = 2; names.Contains(unique, StringComparer.OrdinalIgnoreCase); i++)
            {
                unique = FormattableString.Invariant($"{Cut(start, MaxSheetName - 4)} {i}");
            }

            names.Add(unique);
        }

        return names;
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    /// <summary>A lone surrogate is enumerated as U+FFFD.</summary>
    private static bool IsAllowed(Rune rune) => rune.Value switch
    {
        '\t' or '\n' => true,
        < 0x20 or 0xFFFD or 0xFFFE or 0xFFFF => false,
        >= 0x7F and < 0xA0 => false,
        _ => true,
    };
}
