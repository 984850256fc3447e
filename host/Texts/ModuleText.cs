using System.Globalization;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Host.Texts;

/// <summary>The texts a module sees in one language: its own and those of the host. Cheap to create, safe to share.</summary>
/// <param name="own">The module's texts.</param>
/// <param name="core">The host's texts.</param>
/// <param name="language">The language.</param>
/// <param name="timeZone">Where the reader is; null for UTC.</param>
internal sealed class ModuleText(TextCatalogue own, TextCatalogue core, Language language, TimeZoneInfo? timeZone = null) : IText
{
    public Language Language => language;

    public CultureInfo Culture => language.Culture;

    public TimeZoneInfo TimeZone => timeZone ?? TimeZoneInfo.Utc;

    public string Get(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var template = Choose(key, values);
        return template.HasTags
            ? throw new InvalidOperationException($"The text '{key}' has tags ({language.Code}.json), which only a screen can show: use GetMarkup, or take the tags out.")
            : new TextRenderer(language, key, escape: false).Render(template, values);
    }

    public Markup GetMarkup(string key, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Markup.FromTrustedHtml(new TextRenderer(language, key, escape: true).Render(Choose(key, values), values));

    private TextTemplate Choose(string key, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var catalogue = key.StartsWith("core.", StringComparison.Ordinal) ? core : own;
        var entry = catalogue.Find(key, language) ?? throw Unknown(key);
        if (entry.Single is { } single)
        {
            return single;
        }

        var count = new TextRenderer(language, key, escape: false).FindValue(TextEntry.CountName, values);
        return ShownNumber.TryFrom(count, out var number)
            ? entry[PluralRules.Choose(language, number)]
            : throw new ArgumentException($"The text '{key}' chooses its plural form by 'count', which must be a number, not '{count ?? "null"}'.", nameof(values));
    }

    private KeyNotFoundException Unknown(string key) =>
        new($"There is no text '{key}' among the texts of '{own.Owner}' and of the host.{NearestName.Suggest(key, own.Keys.Concat(core.Keys))}");
}
