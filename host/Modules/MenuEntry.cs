using DrAivBot.Routing;

namespace DrAivBot.Host.Modules;

/// <summary>A button of the main menu with the route whose rights decide who sees it.</summary>
internal sealed record MenuEntry
{
    public required MenuItem Item { get; init; }

    public required ScreenRoute Route { get; init; }

    public LoadedModule Module => Route.Module;
}
