using DrAivBot.Planner.Answers;
using DrAivBot.Planner.Reminders;

namespace DrAivBot.Planner.Events;

/// <summary>Cuts a series in two, so that its later part can go another way.</summary>
internal sealed class SeriesCut(EventTable events, OccurrenceTable occurrences, AnswerTable answers, ReminderDesk reminders)
{
    /// <summary>Ends a series before a time of it.</summary>
    public async Task<CalendarEvent> EndBeforeAsync(CalendarEvent source, DateTime start, CancellationToken cancellationToken)
    {
        var ended = source with { Details = source.Details with { Rule = source.Details.Rule!.EndingBefore(start) } };
        await occurrences.ForgetChangesAsync(source.Id, start, cancellationToken);
        await events.UpdateAsync(ended, cancellationToken);
        await occurrences.WriteAsync(ended, cancellationToken);
        await reminders.ScheduleAsync(ended, cancellationToken);
        return ended;
    }

    /// <summary>Ends a series before a time of it, and gives what follows as an event of its own, stored but not written out.</summary>
    /// <param name="source">The series.</param>
    /// <param name="start">The first time of the later part.</param>
    /// <param name="asksAnew">Whether answers to the series do not hold for the later part.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    public async Task<CalendarEvent> OffAsync(CalendarEvent source, DateTime start, bool asksAnew, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        var rest = source with
        {
            Id = id,
            Uid = $"{id:N}@draivbot",
            Sequence = 0,
            Details = RestOf(source.Details, start),
        };
        await events.AddAsync(rest, cancellationToken);
        await events.SetParticipantsAsync(id, await events.ListParticipantsAsync(source.Id, cancellationToken), cancellationToken);
        foreach (var change in (await occurrences.ListChangesAsync(source.Id, cancellationToken)).Where(change => change.OriginalStart >= start))
        {
            await occurrences.ChangeAsync(id, change, cancellationToken);
        }

        if (!asksAnew)
        {
            await answers.CopyAsync(source.Id, id, cancellationToken);
        }

        await EndBeforeAsync(source, start, cancellationToken);
        return rest;
    }

    /// <summary>A series from a time of it on.</summary>
    public static EventDetails RestOf(EventDetails series, DateTime start)
    {
        var before = Occurrence.StartsOf(series, start).Count(earlier => earlier < start);
        return series with { Span = series.Span.At(start), Rule = series.Rule! with { Count = series.Rule.Count - before } };
    }

    /// <summary>What differs stays with its time when the whole series moves.</summary>
    public async Task ShiftChangesAsync(Guid source, TimeSpan by, CancellationToken cancellationToken)
    {
        if (by == TimeSpan.Zero)
        {
            return;
        }

        var changes = await occurrences.ListChangesAsync(source, cancellationToken);
        await occurrences.ForgetChangesAsync(source, DateTime.MinValue, cancellationToken);
        foreach (var change in changes)
        {
            await occurrences.ChangeAsync(
                source,
                change with { OriginalStart = change.OriginalStart + by, Start = change.Start + by, End = change.End + by },
                cancellationToken);
        }
    }
}
