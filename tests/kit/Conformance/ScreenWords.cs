using System.Text.RegularExpressions;
using DrAivBot.Host.Texts;

namespace DrAivBot.Testing.Conformance;

/// <summary>The host's own words in one language, by which a crawl knows where it is.</summary>
internal sealed class ScreenWords
{
    private const string Code = "\0";
    private static readonly TextCatalogue Core = TextCatalogue.LoadCore();

    public ScreenWords(string language)
    {
        var text = new ModuleText(Core, Core, Language.For(language));
        (Back, Menu, NotFound) = (text.Get("core.button.back"), text.Get("core.button.menu"), text.Get("core.screen.not_found"));
        Failed = new(Regex.Escape(text.Get("core.incident", ("code", Code))).Replace(Code, ".+", StringComparison.Ordinal), RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    public string Back { get; }

    public string Menu { get; }

    public string NotFound { get; }

    /// <summary>What a user hears when a handler threw.</summary>
    public Regex Failed { get; }
}
