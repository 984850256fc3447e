using System.Globalization;

namespace DrAivBot.Planner.QuickEntry;

/// <summary>Makes a title of the words that nothing else was made of.</summary>
internal static class TitleWords
{
    private const int MaxTitle = 200;

    /// <summary>Without a day or a time after them these say nothing.</summary>
    private static readonly string[] Loose = ["в", "во", "на", "к", "с", "со", "до", "по", "через", "at", "on", "from", "to", "for", "in", "by", "until", "-", "–", "—", "и", "and"];

    public static string Join(Line line)
    {
        var free = line.Free.ToList();
        while (free.Count > 0 && IsLoose(line, free[^1]))
        {
            free.RemoveAt(free.Count - 1);
        }

        while (free.Count > 0 && IsLoose(line, free[0]) && line.IsTaken(free[0] + 1))
        {
            free.RemoveAt(0);
        }

        // «встреча в завтра с Ивановым»: what stood before a word that is taken goes with it.
        var kept = free.Where((index, place) => place == free.Count - 1 || !(IsLoose(line, index) && line.IsTaken(index + 1)));
        var title = string.Join(' ', kept.Select(line.Said)).Trim(' ', ',', ';', ':', '-', '–', '—');
        return Shorten(string.Concat(title.Where(c => !char.IsControl(c))));
    }

    private static bool IsLoose(Line line, int index) => Array.IndexOf(Loose, line.Said(index).ToLowerInvariant().Trim(',', ':', ';')) >= 0 || line[index].Length == 0;

    private static string Shorten(string title)
    {
        var characters = StringInfo.ParseCombiningCharacters(title);
        return characters.Length > MaxTitle ? title[..characters[MaxTitle]].TrimEnd() : title;
    }
}
