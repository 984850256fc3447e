using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.ThrowsInHandler;

[Callback("hello")]
public readonly record struct Hello;

public sealed class HelloScreen : IScreen<Hello>
{
    public Task<Reply> ShowAsync(ITurn turn, Hello place, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Show(new Screen { Body = Markup.Plain("Hello") }.WithRow(Button.To("Explode", new Explode(1)), Button.To("Slow query", new SlowQuery()))));
}
