using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.RouteClashB;

[Callback("hello")]
public readonly record struct Hello;

public sealed class HelloScreen : IScreen<Hello>
{
    public Task<Reply> ShowAsync(ITurn turn, Hello place, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Show(new Screen { Body = Markup.Plain("Hello") }));
}
