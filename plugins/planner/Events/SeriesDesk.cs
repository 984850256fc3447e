using DrAivBot.Planner.Answers;

namespace DrAivBot.Planner.Events;

/// <summary>Changes and moves events: one time of a series, this and the following, or all.</summary>
internal sealed class SeriesDesk(EventTable events, OccurrenceTable occurrences, EventRights rights, AnswerTable answers, SeriesCut cut, Invitations invitations, ChangeNews news)
{
    /// <summary>
    /// Changes an event. A change of time asks everybody anew and tells them; what was changed for one time alone stays with that time.
    /// </summary>
    /// <param name="viewer">Who changes it.</param>
    /// <param name="key">The time that is looked at.</param>
    /// <param name="scope">How much of a series; ignored for what does not recur.</param>
    /// <param name="change">What is to change.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Done with where it is now, or why not.</returns>
    public async Task<EventResult> ChangeAsync(Viewer viewer, OccurrenceKey key, EditScope scope, EventChange change, CancellationToken cancellationToken)
    {
        if (await events.LockAsync(key.Event, cancellationToken) is not { IsCancelled: false } source || await occurrences.FindAsync(key, cancellationToken) is not { } seen)
        {
            return EventResult.Refused(EventOutcome.NotFound);
        }

        if (!await rights.MayChangeAsync(source, viewer.User, cancellationToken))
        {
            return await rights.RefuseAsync("event.changed", key.Event, cancellationToken);
        }

        var wrong = EventRules.Check(change.ApplyTo(source.Details) with { Span = change.Span ?? source.Details.Span, Rule = change.Rule });
        if (wrong != EventOutcome.Done)
        {
            return EventResult.Refused(wrong);
        }

        if (!await invitations.AreKnownAsync(change.Participants, cancellationToken))
        {
            return EventResult.Refused(EventOutcome.UnknownParticipant);
        }

        return (source.Recurs ? scope : EditScope.All, key.Start == source.Details.Span.Start) switch
        {
            (EditScope.One, _) => await ChangeOneAsync(viewer, source, seen, change, cancellationToken),
            (EditScope.Following, false) => await ChangeFollowingAsync(viewer, source, seen, change, cancellationToken),
            _ => await ChangeAllAsync(viewer, source, seen, change, cancellationToken),
        };
    }

    private async Task<EventResult> ChangeOneAsync(Viewer viewer, CalendarEvent source, Occurrence seen, EventChange change, CancellationToken cancellationToken)
    {
        var moved = change.Span is { } span && span != seen.Span;
        await occurrences.ChangeAsync(
            source.Id,
            new()
            {
                OriginalStart = seen.Original,
                Start = (change.Span ?? seen.Span).Start,
                End = (change.Span ?? seen.Span).End,
                Title = change.Title?.Trim() ?? seen.Title,
                Place = change.Place ?? seen.Place,
            },
            cancellationToken);
        if (moved)
        {
            await answers.ResetAsync(seen.Key, cancellationToken);
        }

        await occurrences.WriteAsync(source, cancellationToken);
        await news.ChangedOneAsync(viewer, source, seen, moved, cancellationToken);
        return EventResult.Done(seen.Key);
    }

    private async Task<EventResult> ChangeAllAsync(Viewer viewer, CalendarEvent source, Occurrence seen, EventChange change, CancellationToken cancellationToken)
    {
        var planned = source.Details.Span.At(seen.Original);
        var span = change.Span ?? planned;
        var by = span.Start - seen.Original;
        var details = change.ApplyTo(source.Details);
        var moved = span != planned || details.Rule != source.Details.Rule;
        var changed = source with
        {
            Sequence = moved ? source.Sequence + 1 : source.Sequence,
            Details = SeriesMove.All(details, seen.Original, span),
        };
        await cut.ShiftChangesAsync(source.Id, by, cancellationToken);
        if (moved)
        {
            await answers.ResetAsync(source.Id, cancellationToken);
        }

        var key = new OccurrenceKey(changed.Id, change.Rule is null ? seen.Original + by : changed.Details.Span.Start);
        return await WriteAsync(viewer, source, changed, key, change, moved, cancellationToken);
    }

    private async Task<EventResult> ChangeFollowingAsync(Viewer viewer, CalendarEvent source, Occurrence seen, EventChange change, CancellationToken cancellationToken)
    {
        var planned = source.Details.Span.At(seen.Original);
        var span = change.Span ?? planned;
        var moved = span != planned || change.Rule is not null;
        var rest = await cut.OffAsync(source, seen.Original, moved, cancellationToken);
        var changed = rest with
        {
            Details = SeriesMove.From(change.ApplyTo(rest.Details), seen.Original, span),
        };
        await cut.ShiftChangesAsync(changed.Id, span.Start - seen.Original, cancellationToken);
        return await WriteAsync(viewer, source, changed, new(changed.Id, changed.Details.Span.Start), change, moved, cancellationToken);
    }

    private async Task<EventResult> WriteAsync(
        Viewer viewer, CalendarEvent before, CalendarEvent after, OccurrenceKey key, EventChange change, bool moved, CancellationToken cancellationToken)
    {
        await events.UpdateAsync(after, cancellationToken);
        await occurrences.WriteAsync(after, cancellationToken);
        var guests = await invitations.ChangeAsync(after, change.Participants, cancellationToken);
        await (moved
            ? news.MovedAsync(viewer, before, after, cancellationToken)
            : news.ChangedAsync(viewer, before, after, key, guests, cancellationToken));
        return EventResult.Done(key);
    }
}
