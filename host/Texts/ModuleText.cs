using System.Globalization;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Host.Texts;

/// <summary>The texts a module sees in one language: its own and those of the host. Cheap to create, safe to share.</summary>
internal sealed class ModuleText(TextCatalogue own, TextCatalogue core, Language language) : IText
{
    public CultureInfo Culture => language.Culture;

    public string Get(string key, params ReadOnlySpan<(string Name, object? Value)> values) =>
        throw new NotSupportedException(own.Owner + core.Owner + key);

    public Markup GetMarkup(string key, params ReadOnlySpan<(string Name, object? Value)> values) =>
        throw new NotSupportedException();
}
