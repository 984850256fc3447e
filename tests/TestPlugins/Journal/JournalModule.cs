using System.Text.Json.Serialization;
using DrAivBot.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.TestPlugins.Journal;

/// <summary>
/// Every text and every press leaves one row, so that the tests can count effects: none lost, none doubled, in order.
/// The link journal_ makes a guest a company of their own and asks for the first entry.
/// </summary>
public sealed class JournalModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "journal", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddTexts().AddMigrations().AddJson(JournalJson.Default);
        module.AddDialog<WriteEntry, EntryDraft>("entry");
        module.Services.AddScoped<EntriesTable>();
        module.Routes.Screen<OpenJournal, OpenJournalScreen>().AllowGuests();
        module.Routes.Screen<JournalPage, JournalPageScreen>();
        module.Routes.Action<AddEntry, AddEntryAction>();
        module.Routes.DeepLink("journal_", _ => new OpenJournal());
        module.Routes.DeepLink("page_", _ => new JournalPage());
    }
}

[JsonSerializable(typeof(EntryDraft))]
public sealed partial class JournalJson : JsonSerializerContext;
