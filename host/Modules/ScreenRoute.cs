using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Modules;

internal sealed record ScreenRoute : Route
{
    /// <summary>Creates the screen in the module's scope and draws the place.</summary>
    public required Func<IServiceProvider, ITurn, object, CancellationToken, Task<Reply>> ShowAsync { get; init; }

    public override string ToString() => Name;
}
