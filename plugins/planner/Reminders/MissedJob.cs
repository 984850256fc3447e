using DrAivBot.Delivery;
using DrAivBot.Jobs;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.Views;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Reminders;

/// <summary>Tells somebody in one message what took place while no host ran.</summary>
internal sealed class MissedJob(MissedTable missed, EventTable events, OccurrenceTable occurrences, INotifications notifications) : IJob<MissedOrder>
{
    private const int MostLines = 20;

    public async Task<JobResult> RunAsync(JobRun run, MissedOrder payload, CancellationToken cancellationToken)
    {
        var lines = new List<(CalendarEvent Source, Occurrence Time)>();
        foreach (var key in await missed.TakeAsync(new(payload.User), cancellationToken))
        {
            if (await events.FindAsync(key.Event, cancellationToken) is { IsCancelled: false } source && await occurrences.FindAsync(key, cancellationToken) is { } time)
            {
                lines.Add((source, time));
            }
        }

        if (lines.Count > 0)
        {
            await notifications.NotifyAsync(
                Recipient.User(new(payload.User)), new() { Body = text => Say(text, lines), DedupKey = $"missed/{run.Id:N}" }, cancellationToken);
        }

        return JobResult.Done;
    }

    private static Markup Say(IText text, List<(CalendarEvent Source, Occurrence Time)> lines) => Markup.Lines(
    [
        text.GetMarkup("planner.missed", ("count", lines.Count)),
        .. lines.Take(MostLines).Select(line => text.GetMarkup(
            "planner.missed.line", ("title", line.Time.Title ?? line.Source.Details.Title), ("when", WhenText.Of(text, line.Time, line.Source)))),
    ]);
}

/// <summary>Whom to tell what they missed.</summary>
internal sealed record MissedOrder
{
    public required Guid User { get; init; }
}
