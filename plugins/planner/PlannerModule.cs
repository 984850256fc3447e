using DrAivBot.Planner.Views;

namespace DrAivBot.Planner;

/// <summary>One place for meetings, deadlines and the week.</summary>
public sealed class PlannerModule : IBotModule
{
    /// <inheritdoc/>
    public ModuleManifest Manifest { get; } = new() { Id = "planner", Version = new Version(1, 0) };

    /// <inheritdoc/>
    public void Register(IModuleBuilder module)
    {
        module.AddTexts().AddMigrations();
        RegisterViews(module);
    }

    private static void RegisterViews(IModuleBuilder module)
    {
        module.Routes.Screen<DayPlace, DayScreen>();
        module.Routes.Command("today", new DayPlace(null));
        module.AddMenuItem(new() { TextKey = "planner.menu.today", Place = new DayPlace(null), Order = 30 });
    }
}
