using DrAivBot.Planner.Events;
using DrAivBot.Planner.Reminders;

namespace DrAivBot.Planner.Answers;

/// <summary>Takes answers to invitations.</summary>
internal sealed class AnswerDesk(EventTable events, OccurrenceTable occurrences, EntryTable entries, AnswerTable answers, EventNotices notices)
{
    /// <summary>Notes whether somebody comes and tells the organiser.</summary>
    /// <param name="viewer">Who answers; only who is invited can.</param>
    /// <param name="key">The time that is looked at.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="toAll">Whether it is for the whole series rather than for this time of it.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Done, Unchanged or NotFound.</returns>
    public async Task<EventResult> AnswerAsync(Viewer viewer, OccurrenceKey key, Rsvp answer, bool toAll, CancellationToken cancellationToken)
    {
        if (await entries.FindAsync(viewer, key, cancellationToken) is not { IsOwn: true } entry || entry.Organiser == viewer.User
            || await events.FindAsync(key.Event, cancellationToken) is not { } source
            || await occurrences.FindAsync(key, cancellationToken) is not { } seen)
        {
            return EventResult.Refused(EventOutcome.NotFound);
        }

        if (entry.Answer == answer && !toAll)
        {
            return EventResult.Refused(EventOutcome.Unchanged);
        }

        var isWhole = toAll || !source.Recurs;
        await answers.SetAsync(key.Event, isWhole ? null : key.Start, viewer.User, answer, cancellationToken);
        if (isWhole)
        {
            // What was said of this time before, or that it is to be asked again, would stand before the answer.
            await answers.ForgetAsync(key, viewer.User, cancellationToken);
        }

        await notices.AnsweredAsync(source, seen, viewer.User, answer, cancellationToken);
        return EventResult.Done(key);
    }
}
