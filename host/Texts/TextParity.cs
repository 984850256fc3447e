namespace DrAivBot.Host.Texts;

/// <summary>Finds what one language says and the other does not.</summary>
internal static class TextParity
{
    public static IEnumerable<string> Compare(TextFile left, TextFile right) =>
        MissingKeys(left, right).Concat(MissingKeys(right, left)).Concat(Differences(left, right));

    /// <summary>How a text differs from its counterpart in what a caller must know, or null: a text with tags can stand on no button.</summary>
    public static string? Compare(TextEntry original, TextEntry replacement)
    {
        var missing = original.Values.Except(replacement.Values, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var added = replacement.Values.Except(original.Values, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var parts = new List<string>();
        if (missing.Count > 0)
        {
            parts.Add($"lacks {TextFile.Placeholders(missing)}");
        }

        if (added.Count > 0)
        {
            parts.Add($"has {TextFile.Placeholders(added)} in addition");
        }

        if (original.HasTags != replacement.HasTags)
        {
            parts.Add(replacement.HasTags ? "has tags" : "has no tags");
        }

        return parts.Count > 0 ? string.Join(" and ", parts) : null;
    }

    private static IEnumerable<string> MissingKeys(TextFile from, TextFile into) =>
        from.Keys.Except(into.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(key => $"{into.Name}: '{key}' is missing; {from.Name} has it.");

    private static IEnumerable<string> Differences(TextFile left, TextFile right) =>
        from pair in left.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal)
        where right.Entries.ContainsKey(pair.Key)
        let difference = Compare(pair.Value, right.Entries[pair.Key])
        where difference is not null
        select $"{right.Name}: '{pair.Key}' {difference}, unlike {left.Name}.";
}
