namespace DrAivBot.Planner.QuickEntry;

/// <summary>Who is named in a line: words with a capital after «с» or "with".</summary>
internal static class PeopleWords
{
    private const int ShortestStem = 3;
    private const int MostPeople = 20;

    private static readonly string[] Endings = ["ыми", "ими", "ым", "им", "ом", "ем", "ой", "ей", "ою", "ею", "ью"];

    public static IReadOnlyList<PersonWords> Find(Line line)
    {
        var people = new List<PersonWords>();
        for (var index = 0; index < line.Count; index++)
        {
            if (line[index] is "с" or "со" or "with")
            {
                index = ReadAll(line, index + 1, people);
            }
        }

        return [.. people.Distinct().Take(MostPeople)];
    }

    /// <returns>The last word that belongs to a name.</returns>
    private static int ReadAll(Line line, int start, List<PersonWords> people)
    {
        var (index, name) = (start, new List<string>());
        for (; index < line.Count; index++)
        {
            var isAnd = line[index] is "и" or "and" or "&";
            if (!isAnd && !IsName(line, index))
            {
                break;
            }

            if (!isAnd)
            {
                name.Add(line.Said(index).Trim(',', '.', ';', '!', '?', '«', '»', '"', '(', ')', '@'));
            }

            // «с Ивановым и Петровой, Ольгой»: an «и» or a comma begins the next.
            if (isAnd || line.Said(index).EndsWith(','))
            {
                Add(people, name);
            }
        }

        Add(people, name);
        return index - 1;
    }

    private static void Add(List<PersonWords> people, List<string> name)
    {
        if (name.Count > 0)
        {
            people.Add(new(string.Join(' ', name), string.Join(' ', name.Select(Stem))));
            name.Clear();
        }
    }

    private static bool IsName(Line line, int index)
    {
        var word = line.IsTaken(index) ? "" : line.Said(index).TrimStart('@', '«', '"', '(');
        return word.Length > 1 && (char.IsUpper(word[0]) || line.Said(index)[0] == '@') && word.Any(char.IsLetter);
    }

    /// <summary>«Ивановым» is found by «Иванов», «Светланой» by «Светлан».</summary>
    private static string Stem(string word)
    {
        var ending = word.All(letter => letter is >= 'А' and <= 'я' or 'ё' or 'Ё' or '-')
            ? Array.Find(Endings, ending => word.EndsWith(ending, StringComparison.Ordinal) && word.Length >= ending.Length + ShortestStem)
            : null;
        return ending is null ? word : word[..^ending.Length];
    }
}
