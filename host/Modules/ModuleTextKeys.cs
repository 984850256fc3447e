using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Modules;

/// <summary>Checks that the texts a module's declarations name exist.</summary>
internal static class ModuleTextKeys
{
    public static void Check(string moduleId, ModuleDeclarations declared, TextCatalogue texts, TextCatalogue core)
    {
        var used = declared.MenuItems.Select(item => (What: "A menu item", Key: item.TextKey))
            .Concat(declared.Commands.Select(command => (What: $"Command \"/{command.Name}\"", Key: $"{moduleId}.command.{command.Name}")));
        foreach (var (what, key) in used.Where(use => !texts.Has(use.Key) && !core.Has(use.Key)))
        {
            declared.Add($"{what} needs the text \"{key}\", which the module does not have.{NearestName.Suggest(key, texts.Keys)} Add it to Texts/ru.json and Texts/en.json.");
        }
    }
}
