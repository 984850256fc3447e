using DrAivBot.Delivery;
using DrAivBot.Files;
using DrAivBot.Jobs;
using DrAivBot.Routing;

namespace DrAivBot.Planner.Ics;

/// <summary>Has a calendar file looked at or taken in.</summary>
internal sealed record IcsOrder
{
    public required Guid Id { get; init; }

    public required IncomingFile File { get; init; }

    public required Guid User { get; init; }

    public required string TimeZone { get; init; }

    public required Guid Progress { get; init; }

    /// <summary>False to look only.</summary>
    public required bool IsConfirmed { get; init; }

    public static async Task ScheduleAsync(ITurn turn, IcsState waiting, bool isConfirmed, IJobs jobs, ITaskProgress progress, CancellationToken cancellationToken)
    {
        var message = await progress.BeginAsync(turn.User.Id, text => text.GetMarkup("planner.ics.reading"), cancellationToken);
        await jobs.ScheduleAsync(
            new IcsOrder
            {
                Id = waiting.Id,
                File = waiting.File!,
                User = turn.User.Id.Value,
                TimeZone = turn.User.TimeZone.Id,
                Progress = message.Value,
                IsConfirmed = isConfirmed,
            },
            new(), cancellationToken);
    }
}
