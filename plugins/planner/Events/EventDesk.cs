using DrAivBot.Planner.Reminders;

namespace DrAivBot.Planner.Events;

/// <summary>Makes events.</summary>
internal sealed class EventDesk(
    EventTable events, OccurrenceTable occurrences, EventRules rules, EventRights rights, EventAudit audit, ReminderDesk reminders, EventNotices notices)
{
    /// <summary>Makes an event, writes when it takes place, sets its reminders and tells those invited.</summary>
    /// <param name="viewer">The organiser.</param>
    /// <param name="details">What it is. A series begins with the first time its rule gives.</param>
    /// <param name="participants">Who is invited.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Done with the first time, or why not.</returns>
    public async Task<EventResult> CreateAsync(
        Viewer viewer, EventDetails details, IReadOnlyList<Participant> participants, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        if (await RefuseAsync(viewer, details, participants, id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var added = new CalendarEvent
        {
            Id = id,
            Uid = $"{id:N}@draivbot",
            Organiser = viewer.User,
            Position = viewer.Posts.Count > 0 ? viewer.Posts[0].Id : null,
            Details = EventRules.Aligned(details with { Title = details.Title.Trim() }),
        };
        await events.AddAsync(added, cancellationToken);
        await events.SetParticipantsAsync(id, participants, cancellationToken);
        await occurrences.WriteAsync(added, cancellationToken);
        await reminders.ScheduleAsync(added, cancellationToken);
        await audit.NoteAsync("event.created", before: null, added, cancellationToken);
        await notices.InvitedAsync(added, participants, viewer.User, cancellationToken);
        return EventResult.Done(new(id, added.Details.Span.Start));
    }

    /// <summary>Why it cannot be made; null when it can.</summary>
    private async Task<EventResult?> RefuseAsync(
        Viewer viewer, EventDetails details, IReadOnlyList<Participant> participants, Guid id, CancellationToken cancellationToken)
    {
        if (EventRules.Check(details) is not EventOutcome.Done and var wrong)
        {
            return EventResult.Refused(wrong);
        }

        if (!await rules.AreKnownAsync(participants, cancellationToken))
        {
            return EventResult.Refused(EventOutcome.UnknownParticipant);
        }

        return await rights.MayWriteAsync(details, viewer.User, cancellationToken) ? null : await rights.RefuseAsync("event.created", id, cancellationToken);
    }
}
