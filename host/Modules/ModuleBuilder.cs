using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DrAivBot.Dialogs;
using DrAivBot.Events;
using DrAivBot.Host.Database;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Privacy;
using DrAivBot.Routing;
using DrAivBot.Sessions;
using Microsoft.Extensions.DependencyInjection.Extensions;
using IRouteBuilder = DrAivBot.Routing.IRouteBuilder;

namespace DrAivBot.Host.Modules;

/// <summary>
/// Collects what one module declares. What is wrong is noted, not thrown, so that an author sees all of it at once.
/// </summary>
internal sealed class ModuleBuilder(string moduleId, ModuleDeclarations declared, ModuleSettings settings) : IModuleBuilder
{
    private readonly ServiceCollection services = [];

    public IServiceCollection Services => services;

    public IRouteBuilder Routes => field ??= new RouteBuilder(moduleId, declared, services);

    private JobBuilder Jobs => field ??= new JobBuilder(moduleId, declared, services);

    public IModuleBuilder AddTexts(string folder = "Texts")
    {
        declared.EnsureOpen();
        var files = EmbeddedFiles.Read(declared.Assembly, folder);
        foreach (var language in new[] { "ru", "en" })
        {
            if (!files.TryGetValue(language + ".json", out var text))
            {
                declared.Add($"AddTexts(\"{folder}\") finds no embedded file {folder}/{language}.json. " + HowToEmbed(folder, "*.json"));
            }
            else if (!declared.TextFiles.TryAdd(language, text))
            {
                declared.Add($"AddTexts(\"{folder}\") is a second set of texts. Put all texts into one ru.json and one en.json.");
            }
        }

        return this;
    }

    public IModuleBuilder AddMigrations(string folder = "Migrations")
    {
        declared.EnsureOpen();
        try
        {
            AddMigrations(folder, MigrationScripts.FromAssembly(declared.Assembly, folder));
        }
        catch (MigrationRefusedException misnamed)
        {
            declared.Add(misnamed.Message);
        }

        return this;
    }

    public IModuleBuilder AddJson(JsonSerializerContext json)
    {
        declared.EnsureOpen();
        declared.Json.Add(json);
        return this;
    }

    public IModuleBuilder AddPermission(string id, CompanyRoles grantedTo)
    {
        declared.EnsureOpen();
        if (!id.StartsWith(moduleId + ".", StringComparison.Ordinal) || !ModuleNames.IsPermission(id))
        {
            declared.Add($"Permission \"{id}\" must start with \"{moduleId}.\" and have a-z, 0-9, _, - and dots only, for example \"{moduleId}.edit\".");
        }

        if ((grantedTo & ~CompanyRoles.Everyone) != CompanyRoles.None)
        {
            declared.Add($"Permission \"{id}\" is granted to {grantedTo}, which is no combination of company roles.");
        }

        if (!declared.Permissions.TryAdd(id, grantedTo))
        {
            declared.Add($"Permission \"{id}\" is declared twice. Remove one of the two.");
        }

        return this;
    }

    public IModuleBuilder AddMenuItem(MenuItem item)
    {
        declared.EnsureOpen();
        declared.MenuItems.Add(item);
        return this;
    }

    public IModuleBuilder AddDialog<TDialog, TState>(string id)
        where TDialog : class, IDialog<TState>
        where TState : class, new()
    {
        declared.EnsureOpen();
        services.TryAddScoped<TDialog>();
        CheckStoredId("Dialog", id, declared.Dialogs.Select(dialog => dialog.Id));
        if (declared.Dialogs.Exists(dialog => dialog.DialogType == typeof(TDialog)))
        {
            declared.Add($"{typeof(TDialog).Name} is added twice as a dialog. Remove one of the two.");
        }

        declared.Dialogs.Add((id, typeof(TDialog), typeof(TState)));
        return this;
    }

    public IModuleBuilder AddSessionSlot<T>(string id)
        where T : class, new()
    {
        declared.EnsureOpen();
        CheckStoredId("Session slot", id, declared.Slots.Select(slot => slot.Id));
        if (declared.Slots.Exists(slot => slot.Type == typeof(T)))
        {
            declared.Add($"{typeof(T).Name} is the type of two session slots, so GetSlot<{typeof(T).Name}>() could mean either. Use a type of its own for each.");
        }

        declared.Slots.Add((id, typeof(T)));
        return this;
    }

    public IModuleBuilder AddSessionUpgrade<TUpgrade>(int version)
        where TUpgrade : class, ISessionUpgrade, new()
    {
        declared.EnsureOpen();
        if (version < 2 || declared.SessionUpgrade is not null)
        {
            declared.Add(version < 2
                ? $"AddSessionUpgrade has version {version}; 1 is what sessions had before the first upgrade, so the first has 2."
                : "AddSessionUpgrade is called twice. One class upgrades everything, from any earlier version.");
        }

        (declared.SessionVersion, declared.SessionUpgrade) = (version, new TUpgrade());
        return this;
    }

    public IModuleBuilder AddJob<TJob, TPayload>(string id, JobOptions? options = null)
        where TJob : class, IJob<TPayload>
        where TPayload : class
    {
        Jobs.AddJob<TJob, TPayload>(id, options);
        return this;
    }

    public IModuleBuilder AddLongJob<TJob, TPayload>(string id, JobOptions? options = null)
        where TJob : class, ILongJob<TPayload>
        where TPayload : class
    {
        Jobs.AddLongJob<TJob, TPayload>(id, options);
        return this;
    }

    public IModuleBuilder AddEvent<TEvent>(string name, int version)
        where TEvent : class
    {
        Jobs.AddEvent<TEvent>(name, version);
        return this;
    }

    public IModuleBuilder AddEventHandler<THandler, TEvent>(string name, int version)
        where THandler : class, IEventHandler<TEvent>
        where TEvent : class
    {
        Jobs.AddEventHandler<THandler, TEvent>(name, version);
        return this;
    }

    public IModuleBuilder AddPositionItems(PositionItems items)
    {
        declared.EnsureOpen();
        if (declared.PositionItems is not null)
        {
            declared.Add("AddPositionItems is called twice. Count and hand over all of the module's items in one pair of statements, for example with union all.");
        }

        declared.PositionItems = items;
        return this;
    }

    public IModuleBuilder AddPersonalRows(PersonalRows rows)
    {
        declared.EnsureOpen();
        declared.PersonalRows.Add(rows);
        return this;
    }

    public T GetSettings<T>(JsonTypeInfo<T> type)
        where T : class, new()
    {
        declared.EnsureOpen();
        return settings.Read(type);
    }

    private static string HowToEmbed(string folder, string pattern) =>
        $"Add <EmbeddedResource Include=\"{folder}/{pattern}\" LogicalName=\"{folder}/%(Filename)%(Extension)\" /> to the project.";

    private void CheckStoredId(string what, string id, IEnumerable<string> others)
    {
        if (!ModuleNames.IsTag(id))
        {
            declared.Add($"{what} \"{id}\" is not a valid id. Use {ModuleNames.TagRule}.");
        }

        if (others.Contains(id))
        {
            declared.Add($"{what} \"{id}\" is declared twice. Give one of the two another id.");
        }
    }

    private void AddMigrations(string folder, IReadOnlyList<MigrationScript> scripts)
    {
        if (scripts.Count == 0)
        {
            declared.Add($"AddMigrations(\"{folder}\") finds no embedded files. " + HowToEmbed(folder, "*.sql"));
        }

        foreach (var same in scripts.GroupBy(script => script.Number).Where(same => same.Count() > 1))
        {
            declared.Add($"Migrations {string.Join(" and ", same.Select(script => script.File))} have the same number. Give the newer one the next free number.");
        }

        declared.MigrationScripts.AddRange(scripts);
    }
}
