namespace DrAivBot.Host.Texts;

/// <summary>A text taken apart once, so that showing it only joins pieces.</summary>
internal sealed class TextTemplate(IReadOnlyList<TextPart> parts, bool hasTags)
{
    private readonly TextPart[] _parts = [.. parts];

    public ReadOnlySpan<TextPart> Parts => _parts;

    /// <summary>Whether there are tags, which only a screen can show.</summary>
    public bool HasTags => hasTags;

    /// <summary>The whole text when there is nothing to put in; otherwise null.</summary>
    public TextPart? Constant { get; } = parts is [{ Placeholder: null } only] ? only : null;

    public IEnumerable<string> Placeholders =>
        _parts.Select(part => part.Placeholder).OfType<string>().Distinct(StringComparer.Ordinal);
}
