using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Modules;

internal sealed record ActionRoute : Route
{
    /// <summary>Creates the action in the module's scope and carries out the press.</summary>
    public required Func<IServiceProvider, ITurn, object, CancellationToken, Task<Reply>> ActAsync { get; init; }

    public override string ToString() => Name;
}
