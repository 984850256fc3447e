using DrAivBot.Host.Database;
using DrAivBot.Host.Jobs;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Organisation;
using DrAivBot.Host.Texts;
using DrAivBot.Privacy;

namespace DrAivBot.Host.Privacy;

/// <summary>Of the host, what taking out and erasing data stands on.</summary>
internal sealed class PrivacyParts(
    DatabaseAccess access, ModuleCatalogue modules, TextCatalogue coreTexts, JobSignal jobs, ErasureNotice notice, KeptFiles files)
{
    public ErasureNotice Notice => notice;

    public KeptFiles Files => files;

    public IPersonalData For(OrganisationWork work) => new TurnPersonalData(work, this);

    public DataTables TablesOf(TurnDatabase database) => new(database, access.Roles);

    public ModuleJobs JobsOf(TurnDatabase database) => new(database, modules.Routes.Modules.First(module => module.IsCore), jobs);

    /// <summary>What a module has said is for one person alone; nothing while it is not loaded.</summary>
    public IReadOnlyList<PersonalRows> PersonalRowsOf(string module) => Find(module)?.PersonalRows ?? [];

    public ModuleText CoreText(string? language) => new(coreTexts, coreTexts, Language.For(language));

    /// <summary>A table as its module calls it.</summary>
    public DataPart Describe(DataTable table, long count, string? language)
    {
        if (table.IsCore)
        {
            var key = "core.data." + table.Name;
            return new() { Id = table.Id, Title = coreTexts.Has(key) ? CoreText(language).Get(key) : table.Name, Count = count };
        }

        return new()
        {
            Id = table.Id,
            Module = Word(table.Schema, "module.title", language) ?? table.Schema,
            Title = Word(table.Schema, "data." + table.Name, language) ?? table.Name,
            Count = count,
        };
    }

    private string? Word(string module, string name, string? language) =>
        Find(module) is { } loaded && loaded.Texts.Has($"{module}.{name}")
            ? new ModuleText(loaded.Texts, coreTexts, Language.For(language)).Get($"{module}.{name}")
            : null;

    private LoadedModule? Find(string module) => modules.Routes.Modules.FirstOrDefault(one => one.Manifest.Id == module);
}
