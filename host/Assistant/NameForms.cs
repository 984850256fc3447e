using System.Collections.Frozen;

namespace DrAivBot.Host.Assistant;

/// <summary>
/// A part of a name and the cases of Russian it may stand in. Not a grammar: a word is taken for the name when it is one
/// of its stems and one of the endings that names have, so that rather a word too many is taken out.
/// </summary>
internal static class NameForms
{
    public const int ShortestPart = 3;

    /// <summary>A stem of two letters with nothing after it would be a word of its own too often.</summary>
    private const int ShortestBareStem = 3;

    private const int LongestEnding = 3;

    private const string Vowels = "аеиоуыэюя";

    private const string LastLetters = Vowels + "йь";

    private static readonly string[] AdjectiveEndings = ["ий", "ый", "ой", "ая", "яя", "ое", "ее"];

    private static readonly FrozenSet<string> Endings = FrozenSet.Create(
        StringComparer.Ordinal,
        "", "а", "я", "у", "ю", "е", "и", "ы", "о", "й", "ь", "s",
        "ой", "ей", "ою", "ею", "ью", "ом", "ем", "ым", "им", "ых", "их", "ов", "ев", "ам", "ям", "ах", "ях",
        "ая", "яя", "ую", "юю", "ые", "ие", "ий", "ый", "ое", "ее",
        "ого", "его", "ому", "ему", "ами", "ями", "ыми", "ими", "ьми");

    /// <summary>Letters that people do not tell apart.</summary>
    public static string Fold(string word) => word.ToLowerInvariant().Replace('ё', 'е');

    /// <summary>What a word in the name's cases may begin with.</summary>
    /// <param name="part">A part of a name, folded, of at least <see cref="ShortestPart"/> letters.</param>
    public static IEnumerable<string> StemsOf(string part)
    {
        yield return part;
        if (!IsCyrillic(part[^1]))
        {
            yield break;
        }

        if (LastLetters.Contains(part[^1], StringComparison.Ordinal))
        {
            yield return part[..^1];
            if (part.Length > ShortestPart + 1 && AdjectiveEndings.Any(ending => part.EndsWith(ending, StringComparison.Ordinal)))
            {
                yield return part[..^2];
            }
        }

        // The vowel that the other cases lose: Павел and Павла, Лев and Льва, Соловей and Соловья, Перец and Перца.
        if (part[^2] is 'е' or 'о' && !Vowels.Contains(part[^1], StringComparison.Ordinal))
        {
            var (head, tail) = (part[..^2], part[^1] == 'й' ? "" : part[^1].ToString());
            yield return head + tail;
            yield return head + 'ь' + tail;
            yield return head + 'й' + tail;
        }
    }

    /// <summary>The stems that a word can have, with the ending taken off.</summary>
    public static IEnumerable<string> StemsIn(string word)
    {
        for (var length = 0; length <= LongestEnding && length < word.Length; length++)
        {
            var stem = word[..^length];
            if (stem.Length >= (length == 0 ? ShortestBareStem : ShortestBareStem - 1) && Endings.Contains(word[^length..]))
            {
                yield return stem;
            }
        }
    }

    private static bool IsCyrillic(char letter) => letter is >= 'а' and <= 'я';
}
