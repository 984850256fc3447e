using System.Globalization;
using DrAivBot.Host.Texts;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Host.Updates;

/// <summary>The host's texts in the language the turn has now: who chooses another one reads on in it at once.</summary>
internal sealed class TurnText(TurnState turn, TextCatalogue core) : IText
{
    public CultureInfo Culture => Now.Culture;

    public TimeZoneInfo TimeZone => ReaderZone.Find(turn.User.TimeZone);

    private ModuleText Now => new(core, core, turn.Language);

    public string Get(string key, params ReadOnlySpan<(string Name, object? Value)> values) => Now.Get(key, values);

    public Markup GetMarkup(string key, params ReadOnlySpan<(string Name, object? Value)> values) => Now.GetMarkup(key, values);
}
