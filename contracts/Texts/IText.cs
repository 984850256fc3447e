using System.Globalization;
using DrAivBot.Screens;

namespace DrAivBot.Texts;

/// <summary>
/// Texts in one language: the module's own and those of the host (<c>core.…</c>). A text may hold placeholders
/// (<c>{name}</c>) and HTML tags. A text with plural forms is an object of CLDR categories, chosen by the value named
/// <c>count</c>: <c>{ "one": "{count} пост", "few": "{count} поста", "many": "{count} постов", "other": "{count} поста" }</c>.
/// </summary>
public interface IText
{
    /// <summary>The language, for formatting numbers and dates.</summary>
    CultureInfo Culture { get; }

    /// <summary>
    /// Where its reader is, for showing instants (<see cref="TimeText"/>): the zone the reader chose, else that of the
    /// company, else UTC. Where no single reader is known, as in the texts of a job, the zone of the company.
    /// </summary>
    TimeZoneInfo TimeZone { get; }

    /// <summary>A text without markup: for buttons, toasts and files. Values are put in as they are; tags are not allowed.</summary>
    /// <param name="key">Key of the text. A key that no language has is a programmer's error and throws.</param>
    /// <param name="values">Values of the placeholders by name.</param>
    /// <returns>The text.</returns>
    string Get(string key, params ReadOnlySpan<(string Name, object? Value)> values);

    /// <summary>A text for a screen. Values are escaped, unless they are <see cref="Markup"/> themselves.</summary>
    /// <param name="key">Key of the text. A key that no language has is a programmer's error and throws.</param>
    /// <param name="values">Values of the placeholders by name.</param>
    /// <returns>The text.</returns>
    Markup GetMarkup(string key, params ReadOnlySpan<(string Name, object? Value)> values);
}
