using DrAivBot.Host.Texts;
using DrAivBot.Texts;

namespace DrAivBot.Company.Tests;

/// <summary>The module's texts as the host reads them: loading refuses keys, placeholders, tags or plurals that do not fit.</summary>
internal static class CompanyTexts
{
    public static TextCatalogue Catalogue { get; } = TextCatalogue.Load(
        "company", name => typeof(CompanyModule).Assembly.GetManifestResourceStream($"Texts/{name}"));

    public static IText Russian { get; } = new ModuleText(Catalogue, TextCatalogue.LoadCore(), Language.Russian);

    public static IText English { get; } = new ModuleText(Catalogue, TextCatalogue.LoadCore(), Language.English);

    public static IReadOnlyList<IText> Both { get; } = [Russian, English];
}
