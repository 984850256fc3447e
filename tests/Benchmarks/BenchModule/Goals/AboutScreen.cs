using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Bench.Goals;

/// <summary>Stands behind the buttons that the rig never presses.</summary>
internal sealed class AboutScreen : IScreen<AboutPlace>
{
    public Task<Reply> ShowAsync(ITurn turn, AboutPlace place, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Show(new() { Body = turn.Text.GetMarkup("bench.about") }));
}

/// <summary>A place without content.</summary>
[Callback("about")]
internal readonly record struct AboutPlace(string Topic);
