using DrAivBot;
using Microsoft.Extensions.DependencyInjection;

namespace Acme.Sample;

public sealed class NotesModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "sample_id", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddTexts().AddMigrations().AddJson(NotesJson.Default);
        module.Services.AddScoped<NoteTable>();
        module.AddDialog<WriteNote, NoteDraft>("write");

        module.Routes.Screen<NoteListPlace, NoteListScreen>();
        module.Routes.Screen<NotePlace, NoteScreen>();
        module.Routes.Action<BeginNote, BeginNoteAction>();
        module.Routes.Action<DeleteNote, DeleteNoteAction>();

        module.AddMenuItem(new() { TextKey = "sample_id.menu", Place = new NoteListPlace() });
    }
}
