using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Updates;

/// <summary>What the bot can do and which commands there are.</summary>
internal sealed class HelpScreen : IScreen<HelpPlace>
{
    public Task<Reply> ShowAsync(ITurn turn, HelpPlace place, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Show(new() { Body = turn.Text.GetMarkup("core.help") }));
}

[Callback("help")]
internal readonly record struct HelpPlace;
