namespace DrAivBot.Host.Texts;

/// <summary>What stands under a key in one language: one text, or one for each plural category.</summary>
internal sealed class TextEntry
{
    /// <summary>Name of the value that chooses the plural form.</summary>
    public const string CountName = "count";

    private readonly TextTemplate?[] _forms = new TextTemplate?[Enum.GetValues<PluralCategory>().Length];

    public TextEntry(TextTemplate single) => Single = single;

    public TextEntry(IReadOnlyDictionary<PluralCategory, TextTemplate> forms)
    {
        foreach (var (category, form) in forms)
        {
            _forms[(int)category] = form;
        }
    }

    /// <summary>The text of an entry without plural forms; null for one with.</summary>
    public TextTemplate? Single { get; }

    public TextTemplate this[PluralCategory category] =>
        _forms[(int)category] ?? throw new InvalidOperationException($"The plural form '{category}' was not checked at load.");

    public IEnumerable<TextTemplate> Templates => Single is null ? _forms.OfType<TextTemplate>() : [Single];

    /// <summary>Whether a form has tags.</summary>
    public bool HasTags => Templates.Any(template => template.HasTags);

    /// <summary>The values a caller has to give; a text with plural forms always needs the count.</summary>
    public IReadOnlySet<string> Values
    {
        get
        {
            var names = Templates.SelectMany(template => template.Placeholders).ToHashSet(StringComparer.Ordinal);
            if (Single is null)
            {
                names.Add(CountName);
            }

            return names;
        }
    }
}
