using System.Globalization;
using System.Text.RegularExpressions;

namespace DrAivBot.Host.Assistant;

/// <summary>Takes the names of people out of a text. Parts of one name that stand together, initials too, become one word.</summary>
internal sealed partial class NameMask
{
    /// <summary>Signs that no text has by now: around the number of a hit.</summary>
    private const char Begin = '\uE000';
    private const char End = '\uE001';

    private const int Timeout = 2000;
    private const int ShortestUserName = 4;

    private readonly Dictionary<string, HashSet<int>> _stems = new(StringComparer.Ordinal);
    private readonly HashSet<string> _userNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyList<KnownPerson> _people;
    private readonly MaskedWords _words;
    private readonly bool _namesPosts;

    public NameMask(IReadOnlyList<KnownPerson> people, MaskedWords words, bool namesPosts)
    {
        (_people, _words, _namesPosts) = (people, words, namesPosts);
        for (var person = 0; person < people.Count; person++)
        {
            Learn(people[person], person);
        }
    }

    public string Apply(string text, bool capitalsOnly)
    {
        var hits = new List<HashSet<int>>();
        var marked = UserNames().Replace(text, match => _userNames.Contains(match.Value) ? _words.Handle : match.Value);
        marked = Letters().Replace(marked, match => Find(match.Value, capitalsOnly) is { } whose ? Mark(hits, whose) : match.Value);
        return hits.Count == 0 ? marked : Runs().Replace(marked, match => Name(match.Groups["hit"].Captures, hits));
    }

    private static string Mark(List<HashSet<int>> hits, HashSet<int> whose)
    {
        hits.Add(whose);
        return string.Create(CultureInfo.InvariantCulture, $"{Begin}{hits.Count - 1}{End}");
    }

    private void Learn(KnownPerson person, int number)
    {
        if (person.UserName is { Length: >= ShortestUserName } userName)
        {
            _userNames.Add(userName);
        }

        var parts = person.Names.SelectMany(name => Letters().Matches(Masking.Plain(name))).Select(match => NameForms.Fold(match.Value));
        foreach (var stem in parts.Where(part => part.Length >= NameForms.ShortestPart).SelectMany(NameForms.StemsOf))
        {
            if (!_stems.TryGetValue(stem, out var whose))
            {
                _stems[stem] = whose = [];
            }

            whose.Add(number);
        }
    }

    /// <returns>Whose name a word may be; null when it is nobody's.</returns>
    private HashSet<int>? Find(string word, bool capitalsOnly)
    {
        if (capitalsOnly && !char.IsUpper(word[0]))
        {
            return null;
        }

        HashSet<int>? whose = null;
        foreach (var stem in NameForms.StemsIn(NameForms.Fold(word)))
        {
            if (_stems.TryGetValue(stem, out var found))
            {
                whose = whose is null ? found : [.. whose, .. found];
            }
        }

        return whose;
    }

    private string Name(CaptureCollection found, List<HashSet<int>> hits)
    {
        if (!_namesPosts)
        {
            return _words.Person;
        }

        HashSet<int>? who = null;
        foreach (var hit in found.Select(capture => hits[int.Parse(capture.ValueSpan, CultureInfo.InvariantCulture)]))
        {
            who = who is null ? hit : [.. who.Intersect(hit)];
        }

        return who is { Count: 1 } && _people[who.First()].Post is { } post
            ? string.Create(CultureInfo.InvariantCulture, $"{_words.Post} {post}")
            : _words.Person;
    }

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Letters();

    [GeneratedRegex(@"(?<![A-Za-z0-9_])[A-Za-z][A-Za-z0-9_]{3,31}(?![A-Za-z0-9_])", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex UserNames();

    [GeneratedRegex(@"(?:\b\p{Lu}\.\s?){0,3}\uE000(?<hit>[0-9]+)\uE001(?:[\s-]{1,3}\uE000(?<hit>[0-9]+)\uE001|\s?\b\p{Lu}\.(?=\s?\p{Lu}\.|[\s,;)]|$))*", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Runs();
}
