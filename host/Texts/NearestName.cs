namespace DrAivBot.Host.Texts;

/// <summary>Finds what somebody who mistyped a name, a key or a setting may have meant. Capitals do not count.</summary>
internal static class NearestName
{
    /// <summary>The candidate with the fewest edits, if it is near enough to be meant; otherwise null.</summary>
    public static string? Find(string key, IEnumerable<string> candidates)
    {
        var best = candidates
            .Where(candidate => Math.Abs(candidate.Length - key.Length) <= Limit(key))
            .Select(candidate => (Key: candidate, Edits: CountEdits(key, candidate)))
            .OrderBy(found => found.Edits).ThenBy(found => found.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Key is not null && best.Edits <= Limit(key) ? best.Key : null;
    }

    /// <summary>« Did you mean "x"?» with a leading space, or nothing.</summary>
    public static string Suggest(string key, IEnumerable<string> candidates) =>
        Find(key, candidates) is { } nearest ? $" Did you mean \"{nearest}\"?" : "";

    private static int Limit(string key) => Math.Max(2, key.Length / 3);

    private static int CountEdits(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = previous[j - 1] + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
