using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.Views;

internal sealed class DayScreen : IScreen<DayPlace>
{
    public Task<Reply> ShowAsync(ITurn turn, DayPlace place, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Show(new Screen { Body = turn.Text.GetMarkup("planner.day.empty") }));
}

/// <summary>One day of the viewer.</summary>
/// <param name="Day">The day in the viewer's zone; null for today.</param>
[Callback("day")]
internal readonly record struct DayPlace(DateOnly? Day);
