using DrAivBot.Planner.Reminders;

namespace DrAivBot.Planner.Events;

/// <summary>Cancels events: one time of a series, this and the following, or all.</summary>
internal sealed class CancelDesk(
    EventTable events, OccurrenceTable occurrences, EventRights rights, SeriesCut cut, ReminderDesk reminders, EventAudit audit, EventNotices notices)
{
    /// <summary>Cancels an event and tells those invited.</summary>
    /// <param name="viewer">Who cancels it.</param>
    /// <param name="key">The time that is looked at.</param>
    /// <param name="scope">How much of a series; ignored for what does not recur.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Done, NotFound also for what is cancelled already, or Forbidden.</returns>
    public async Task<EventResult> CancelAsync(Viewer viewer, OccurrenceKey key, EditScope scope, CancellationToken cancellationToken)
    {
        if (await events.LockAsync(key.Event, cancellationToken) is not { IsCancelled: false } source || await occurrences.FindAsync(key, cancellationToken) is not { } seen)
        {
            return EventResult.Refused(EventOutcome.NotFound);
        }

        if (!await rights.MayChangeAsync(source, viewer.User, cancellationToken))
        {
            return await rights.RefuseAsync("event.cancelled", key.Event, cancellationToken);
        }

        switch (source.Recurs ? scope : EditScope.All)
        {
            case EditScope.One:
                await occurrences.ChangeAsync(source.Id, new() { OriginalStart = seen.Original, IsCancelled = true }, cancellationToken);
                await occurrences.WriteAsync(source, cancellationToken);
                await reminders.ScheduleAsync(source, cancellationToken);
                await audit.NoteAsync("event.cancelled", source, seen, after: null, cancellationToken);
                break;
            case EditScope.Following when key.Start > source.Details.Span.Start:
                await audit.NoteAsync("event.cancelled", source, await cut.EndBeforeAsync(source, key.Start, cancellationToken), cancellationToken);
                break;
            default:
                await CancelAllAsync(source, cancellationToken);
                break;
        }

        var participants = await events.ListParticipantsAsync(source.Id, cancellationToken);
        await notices.CancelledAsync(source, seen, scope, participants, viewer.User, cancellationToken);
        return EventResult.Done();
    }

    /// <summary>Cancels a whole event without telling anybody.</summary>
    public async Task CancelAllAsync(CalendarEvent source, CancellationToken cancellationToken)
    {
        await events.CancelAsync(source.Id, cancellationToken);
        await occurrences.RemoveAsync(source.Id, cancellationToken);
        await reminders.CancelAsync(source.Id, source.Details.Reminders, cancellationToken);
        await audit.NoteAsync("event.cancelled", source, after: null, cancellationToken);
    }
}
