using DrAivBot.Bench.Goals;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Bench;

/// <summary>The conversation of the rig: menu, button, two answers, menu again.</summary>
public sealed class BenchModule : IBotModule
{
    /// <inheritdoc/>
    public ModuleManifest Manifest { get; } = new() { Id = "bench", Version = new Version(1, 0) };

    /// <inheritdoc/>
    public void Register(IModuleBuilder module)
    {
        module.AddTexts().AddMigrations().AddJson(BenchJson.Default).AddSessionSlot<Work>("work");
        module.AddDialog<TitleDialog, TitleState>("title").AddDialog<DueDialog, DueState>("due");
        module.Services.AddSingleton(module.GetSettings(BenchJson.Default.BenchSettings)).AddScoped<TurnLog>();
        module.Routes.Screen<MenuPlace, MenuScreen>();
        module.Routes.Screen<AboutPlace, AboutScreen>();
        module.Routes.Action<NewGoal, NewGoalAction>();
        module.Routes.DeepLink("bench", _ => new MenuPlace());
    }
}
