using System.Globalization;
using DrAivBot.Screens;

namespace DrAivBot.Texts;

/// <summary>The texts of somebody else's language and words, shown with the time of another place.</summary>
internal sealed class ZonedText(IText text, TimeZoneInfo zone) : IText
{
    public CultureInfo Culture => text.Culture;

    public TimeZoneInfo TimeZone => zone;

    public string Get(string key, params ReadOnlySpan<(string Name, object? Value)> values) => text.Get(key, values);

    public Markup GetMarkup(string key, params ReadOnlySpan<(string Name, object? Value)> values) => text.GetMarkup(key, values);
}
