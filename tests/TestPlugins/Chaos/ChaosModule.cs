using System.Text.Json.Serialization;
using DrAivBot.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.TestPlugins.Chaos;

/// <summary>
/// Every text of a person leaves one row, numbered by a counter in their session: the chaos suite counts from it what was
/// lost, doubled or out of order. A text whose last word names a poison does the worst of its kind instead. The link
/// chaos_ makes a guest a company of their own.
/// </summary>
public sealed class ChaosModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "chaos", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddTexts().AddMigrations().AddJson(ChaosJson.Default);
        module.AddDialog<TakeText, TakenText>("text").AddSessionSlot<Turns>("turns");
        module.Services.AddScoped<EffectsTable>();
        module.Routes.Screen<Enter, EnterScreen>().AllowGuests();
        module.Routes.DeepLink("chaos_", _ => new Enter());
    }
}

[JsonSerializable(typeof(TakenText))]
[JsonSerializable(typeof(Turns))]
public sealed partial class ChaosJson : JsonSerializerContext;
