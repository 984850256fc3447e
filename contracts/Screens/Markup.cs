using System.Net;

namespace DrAivBot.Screens;

/// <summary>
/// Text with markup that is safe to send. Raw strings become markup only by escaping (<see cref="Plain"/>) or from the
/// module's own texts (<see cref="Texts.IText.GetMarkup"/>), so a name can never break a message.
/// </summary>
public readonly record struct Markup
{
    private readonly string? _html;

    private Markup(string html) => _html = html;

    /// <summary>No text at all.</summary>
    public static Markup Empty => default;

    /// <summary>The text in the subset of HTML that Telegram understands.</summary>
    public string Html => _html ?? "";

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(_html);

    /// <summary>Escapes a raw string, so that it shows as it is.</summary>
    /// <param name="text">Any text; null counts as empty.</param>
    /// <returns>The escaped text.</returns>
    public static Markup Plain(string? text) => new(WebUtility.HtmlEncode(text ?? "").Replace("&#39;", "'", StringComparison.Ordinal));

    /// <summary>Takes HTML as it is. Only for constants of the program; never for what a user or a file said.</summary>
    /// <param name="html">Tags of Telegram's subset: b, i, u, s, tg-spoiler, code, pre, a, blockquote.</param>
    /// <returns>The markup.</returns>
    public static Markup FromTrustedHtml(string html) => new(html);

    /// <summary>Makes bold.</summary>
    /// <param name="inner">What is bold.</param>
    /// <returns>The markup.</returns>
    public static Markup Bold(Markup inner) => new($"<b>{inner.Html}</b>");

    /// <summary>Puts parts under each other, leaving out empty ones.</summary>
    /// <param name="lines">The lines, from the top.</param>
    /// <returns>The markup.</returns>
    public static Markup Lines(params IEnumerable<Markup> lines) =>
        new(string.Join('\n', lines.Where(line => !line.IsEmpty).Select(line => line.Html)));

    /// <summary>Puts paragraphs under each other with an empty line between, leaving out empty ones.</summary>
    /// <param name="paragraphs">The paragraphs, from the top.</param>
    /// <returns>The markup.</returns>
    public static Markup Paragraphs(params IEnumerable<Markup> paragraphs) =>
        new(string.Join("\n\n", paragraphs.Where(part => !part.IsEmpty).Select(part => part.Html)));

    /// <summary>Joins two parts without anything between.</summary>
    /// <param name="left">The first part.</param>
    /// <param name="right">The second part.</param>
    /// <returns>The markup.</returns>
    public static Markup operator +(Markup left, Markup right) => new(left.Html + right.Html);

    /// <summary>Joins two parts without anything between.</summary>
    /// <param name="left">The first part.</param>
    /// <param name="right">The second part.</param>
    /// <returns>The markup.</returns>
    public static Markup Add(Markup left, Markup right) => left + right;

    /// <inheritdoc/>
    public override string ToString() => Html;
}
