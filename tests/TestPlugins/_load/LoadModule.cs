using System.Text.Json.Serialization;
using DrAivBot.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.TestPlugins.Load;

/// <summary>
/// Every text of a person, and every link that names one, leaves one row with the build of the module that wrote it,
/// numbered by a counter in their session. The bare link makes a guest a company of their own and asks for texts.
/// </summary>
public sealed class LoadModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = Names.Id, Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddTexts().AddMigrations().AddJson(LoadJson.Default);
        module.AddDialog<TakeText, TakenText>("text").AddSessionSlot<Turns>("turns");
        module.Services.AddScoped<EffectsTable>();
        module.Routes.Screen<Enter, EnterScreen>().AllowGuests();
        module.Routes.DeepLink(Names.Id + "_", text => new Enter(text));
    }
}

/// <summary>How many texts took effect in this session.</summary>
public sealed class Turns
{
    public int Count { get; set; }
}

[JsonSerializable(typeof(TakenText))]
[JsonSerializable(typeof(Turns))]
public sealed partial class LoadJson : JsonSerializerContext;
