using System.Text;
using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Modules;

/// <summary>Asks a module for its manifest and declarations, checks them and builds its container.</summary>
internal sealed class ModuleRegistrar(ModuleContainer container, TextCatalogue coreTexts)
{
    /// <summary>Runs module code. What it throws is the caller's to put into words.</summary>
    /// <param name="module">The module's one instance.</param>
    /// <param name="expectedId">Id in plugins.json; <c>core</c> for the host's own routes.</param>
    /// <param name="settings">Its settings in plugins.json.</param>
    /// <param name="source">Where its code came from, for reports.</param>
    /// <param name="loader">Disposed with the module; null for the host's own.</param>
    /// <param name="fingerprint">Of what is loaded.</param>
    /// <exception cref="ModuleRefusedException">A declaration is wrong; the message lists all that are.</exception>
    public LoadedModule Register(
        IBotModule module, string expectedId, ModuleSettings settings, string source, ModuleContext? loader, string fingerprint = "")
    {
        var manifest = module.Manifest;
        CheckManifest(manifest, expectedId);
        var declared = new ModuleDeclarations { Assembly = module.GetType().Assembly };
        var builder = new ModuleBuilder(manifest.Id, declared, settings);
        module.Register(builder);
        declared.Close();
        declared.Texts = ReadTexts(manifest.Id, declared);
        ModuleDeclarationChecks.Run(manifest.Id, declared);
        if (declared.Problems.Count > 0)
        {
            throw new ModuleRefusedException(string.Join('\n', declared.Problems.Distinct()));
        }

        var life = new ModuleLife();
        return new LoadedModule(manifest, source, declared, container.Build(builder.Services, life), life, loader) { Fingerprint = fingerprint };
    }

    /// <summary>The host's own module gets the host's texts, which are not declared.</summary>
    private TextCatalogue ReadTexts(string moduleId, ModuleDeclarations declared)
    {
        if (moduleId == ModuleNames.Core)
        {
            return coreTexts;
        }

        var texts = TextCatalogue.Empty(moduleId);
        try
        {
            if (declared.TextFiles.Count > 0)
            {
                texts = TextCatalogue.Load(moduleId, file => Open(declared, file));
            }

            ModuleTextKeys.Check(moduleId, declared, texts, coreTexts);
        }
        catch (TextsRefusedException refused)
        {
            declared.Problems.AddRange(refused.Errors);
        }

        return texts;
    }

    private static MemoryStream? Open(ModuleDeclarations declared, string file) =>
        declared.TextFiles.TryGetValue(Path.GetFileNameWithoutExtension(file), out var json)
            ? new MemoryStream(Encoding.UTF8.GetBytes(json))
            : null;

    private static void CheckManifest(ModuleManifest? manifest, string expectedId)
    {
        if (manifest is not { Id: not null, Version: not null, Requires: not null })
        {
            throw new ModuleRefusedException("Its Manifest is null or lacks Id, Version or Requires. Return a complete ModuleManifest.");
        }

        if (manifest.Id != expectedId)
        {
            throw new ModuleRefusedException(
                $"plugins.json calls the module \"{expectedId}\", but it calls itself \"{manifest.Id}\". Write \"id\": \"{manifest.Id}\" in "
                + "plugins.json, or correct the path if this is the wrong file.");
        }

        if (expectedId != ModuleNames.Core && !ModuleNames.IsModuleId(manifest.Id))
        {
            throw new ModuleRefusedException($"\"{manifest.Id}\" is not a module id. Use {ModuleNames.IdRule}.");
        }
    }
}
