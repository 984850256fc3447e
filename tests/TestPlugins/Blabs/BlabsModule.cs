using System.Text.Json.Serialization;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.Blabs;

/// <summary>Repeats what a person said wherever a careless module may: in exceptions, in SQL and its errors, in the session.</summary>
public sealed class BlabsModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "blabs", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddTexts().AddJson(BlabsJson.Default);
        module.AddDialog<Blab, BlabDraft>("blab");
        module.Routes.Screen<Listen, ListenScreen>().AllowGuests();
        module.Routes.Command("blab", new Listen());
        module.Routes.DeepLink("blab_", _ => new Listen());
    }
}

[Callback("listen")]
public readonly record struct Listen;

public sealed class ListenScreen : IScreen<Listen>
{
    public Task<Reply> ShowAsync(ITurn turn, Listen place, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Begin<Blab, BlabDraft>(new BlabDraft()));
}

[JsonSerializable(typeof(BlabDraft))]
public sealed partial class BlabsJson : JsonSerializerContext;
