using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Tests.Texts;

/// <summary>Text files in memory.</summary>
internal static class TextFiles
{
    public static TextCatalogue Load(string russian, string english, string owner = "shop") =>
        TextCatalogue.Load(owner, new Dictionary<string, string> { ["ru"] = russian, ["en"] = english });

    /// <summary>A catalogue whose only text is the same in both languages.</summary>
    public static TextCatalogue Same(string text) =>
        Load($$"""{ "shop.text": {{Quote(text)}} }""", $$"""{ "shop.text": {{Quote(text)}} }""");

    public static IReadOnlyList<string> Refuse(string russian, string english, string owner = "shop") =>
        Assert.Throws<TextsRefusedException>(() => Load(russian, english, owner)).Errors;

    public static ModuleText In(this TextCatalogue catalogue, string language) =>
        new(catalogue, TextCatalogue.Empty("core"), Language.For(language));

    private static string Quote(string text) => $"\"{System.Text.Json.JsonEncodedText.Encode(text)}\"";
}
