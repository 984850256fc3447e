using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.HangsInHandler;

[Callback("hello")]
public readonly record struct Hello;

public sealed class HelloScreen : IScreen<Hello>
{
    /// <summary>Ignores its token, as careless code does.</summary>
    public async Task<Reply> ShowAsync(ITurn turn, Hello place, CancellationToken cancellationToken)
    {
        await new TaskCompletionSource().Task;
        return Reply.Stay;
    }
}
