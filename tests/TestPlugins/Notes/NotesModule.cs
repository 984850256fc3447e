using System.Text.Json.Serialization;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.TestPlugins.Notes;

/// <summary>A good module with a table: the tests try to reach one company's notes from another.</summary>
public sealed class NotesModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "notes", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddTexts().AddMigrations().AddJson(NotesJson.Default);
        module.AddPermission("notes.edit", CompanyRoles.Executive | CompanyRoles.Owner);
        module.AddDialog<WriteNote, NoteDraft>("write");
        module.Services.AddScoped<NotesTable>();
        module.Routes.Screen<NoteList, NoteListScreen>();
        module.Routes.Screen<NotePage, NotePageScreen>();
        module.Routes.Action<Write, WriteAction>().Require("notes.edit");
        module.Routes.Action<Delete, DeleteAction>().Require("notes.edit");
        module.Routes.Command("notes", new NoteList());
        module.Routes.DeepLink("note_", payload => new NotePage(Guid.TryParse(payload, out var id) ? id : Guid.Empty));
        module.AddMenuItem(new MenuItem { TextKey = "notes.menu.notes", Place = new NoteList() });
    }
}

[JsonSerializable(typeof(NoteDraft))]
public sealed partial class NotesJson : JsonSerializerContext;
