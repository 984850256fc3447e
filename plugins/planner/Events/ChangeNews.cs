using DrAivBot.Planner.Reminders;

namespace DrAivBot.Planner.Events;

/// <summary>What follows from any change: reminders, the audit, and telling people.</summary>
internal sealed class ChangeNews(
    EventTable events, OccurrenceTable occurrences, ReminderDesk reminders, EventAudit audit, EventNotices notices, ChangeNotices changes)
{
    /// <param name="viewer">Who changed it.</param>
    /// <param name="before">What was.</param>
    /// <param name="after">What is; of a part that was cut off a series, the part.</param>
    /// <param name="key">Where to look at it.</param>
    /// <param name="guests">Who came and went; null when people did not change.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    public async Task ChangedAsync(Viewer viewer, CalendarEvent before, CalendarEvent after, OccurrenceKey key, GuestChange? guests, CancellationToken cancellationToken)
    {
        await ScheduleAsync(before, after, cancellationToken);
        await audit.NoteAsync("event.changed", before, after, cancellationToken);
        // A part that was cut off begins at another time, which is no news.
        var was = before.Details with { Span = after.Details.Span, Rule = after.Details.Rule };
        await changes.TellAsync(
            new() { Before = was, After = after.Details, Source = after, Key = key, Guests = guests, By = viewer.User },
            await events.ListParticipantsAsync(after.Id, cancellationToken), cancellationToken);
    }

    public async Task MovedAsync(Viewer viewer, CalendarEvent before, CalendarEvent after, CancellationToken cancellationToken)
    {
        await ScheduleAsync(before, after, cancellationToken);
        await audit.NoteAsync("event.moved", before, after, cancellationToken);
        var participants = await events.ListParticipantsAsync(after.Id, cancellationToken);
        await notices.MovedAsync(after, after.Details.Span, participants, viewer.User, cancellationToken);
    }

    /// <summary>The same of one time of a series.</summary>
    public async Task ChangedOneAsync(Viewer viewer, CalendarEvent source, Occurrence before, bool moved, CancellationToken cancellationToken)
    {
        await reminders.ScheduleAsync(source, cancellationToken);
        var after = await occurrences.FindAsync(before.Key, cancellationToken);
        await audit.NoteAsync(moved ? "event.moved" : "event.changed", source, before, after, cancellationToken);
        if (after is null)
        {
            return;
        }

        var participants = await events.ListParticipantsAsync(source.Id, cancellationToken);
        await (moved
            ? notices.MovedOneAsync(source, after, participants, viewer.User, cancellationToken)
            : changes.TellAsync(
                new() { Before = before.Said(source.Details), After = after.Said(source.Details), Source = source, Time = after, Key = after.Key, By = viewer.User },
                participants, cancellationToken));
    }

    private async Task ScheduleAsync(CalendarEvent before, CalendarEvent after, CancellationToken cancellationToken)
    {
        await reminders.CancelAsync(after.Id, before.Details.Reminders.Except(after.Details.Reminders), cancellationToken);
        await reminders.ScheduleAsync(after, cancellationToken);
    }
}
