using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.ThrowsInHandler;

[Callback("explode")]
public readonly record struct Explode(int Times);

public sealed class ExplodeAction : IAction<Explode>
{
    public Task<Reply> ActAsync(ITurn turn, Explode press, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("the handler exploded");
}
