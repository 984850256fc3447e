using DrAivBot.Host.Texts;

namespace DrAivBot.Testing.Conformance;

/// <summary>The embedded texts as the host reads them.</summary>
internal static class TextsCheck
{
    public static async Task<IReadOnlyList<ConformanceFinding>> RunAsync(TestModule module, CancellationToken cancellationToken)
    {
        using var built = await BuiltAssembly.OpenAsync(module, cancellationToken);
        var files = Language.All.Select(language => $"Texts/{language.Code}.json").ToList();
        if (!files.Exists(built.Has))
        {
            return [];
        }

        try
        {
            TextCatalogue.Load(module.Id, name => built.Assembly.GetManifestResourceStream($"Texts/{name}"));
            return [];
        }
        catch (TextsRefusedException refused)
        {
            return [.. refused.Errors.Select(error => new ConformanceFinding(
                error, string.Join(", ", files), "Write the text in every language, with the same placeholders and the plural forms of that language."))];
        }
    }
}
