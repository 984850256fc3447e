using DrAivBot.Planner.Reminders;

namespace DrAivBot.Planner.Events;

/// <summary>What follows from any change: reminders, the audit, and telling people.</summary>
internal sealed class ChangeNews(EventTable events, OccurrenceTable occurrences, ReminderDesk reminders, EventAudit audit, EventNotices notices)
{
    public async Task ChangedAsync(Viewer viewer, CalendarEvent before, CalendarEvent after, bool moved, CancellationToken cancellationToken)
    {
        await reminders.CancelAsync(after.Id, before.Details.Reminders.Except(after.Details.Reminders), cancellationToken);
        await reminders.ScheduleAsync(after, cancellationToken);
        await audit.NoteAsync(moved ? "event.moved" : "event.changed", before, after, cancellationToken);
        if (moved)
        {
            var participants = await events.ListParticipantsAsync(after.Id, cancellationToken);
            await notices.MovedAsync(after, after.Details.Span, participants, viewer.User, cancellationToken);
        }
    }

    public async Task ChangedOneAsync(Viewer viewer, CalendarEvent source, Occurrence before, bool moved, CancellationToken cancellationToken)
    {
        await reminders.ScheduleAsync(source, cancellationToken);
        var after = await occurrences.FindAsync(before.Key, cancellationToken);
        await audit.NoteAsync(moved ? "event.moved" : "event.changed", source, before, after, cancellationToken);
        if (moved && after is not null)
        {
            var participants = await events.ListParticipantsAsync(source.Id, cancellationToken);
            await notices.MovedOneAsync(source, after, participants, viewer.User, cancellationToken);
        }
    }
}
