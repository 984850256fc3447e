using DrAivBot.Planner.Answers;
using DrAivBot.Planner.Time;

namespace DrAivBot.Planner.Events;

/// <summary>
/// What there is to see. Every view asks here: a day, a week, a month and an agenda differ only in their range. Changes are made by
/// <see cref="EventDesk"/>, <see cref="SeriesDesk"/>, <see cref="CancelDesk"/> and <see cref="AnswerDesk"/>.
/// </summary>
internal sealed class Calendar(EventTable events, EntryTable entries, DayTable days, AnswerTable answers, Attendees attendees, EventRights rights)
{
    /// <summary>Everything on some days of the viewer, by its beginning; whole days first on each day.</summary>
    /// <param name="viewer">Who looks; <see cref="Viewers"/> finds them.</param>
    /// <param name="from">The first day in the viewer's zone.</param>
    /// <param name="until">The last day.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    public async Task<IReadOnlyList<CalendarEntry>> ListAsync(Viewer viewer, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var (start, end) = WallTime.OfDays(from, until, viewer.Zone);
        var found = await entries.ListAsync(viewer, start, end, cancellationToken);
        return [.. found.OrderBy(entry => DateOnly.FromDateTime(entry.Span.Start)).ThenBy(entry => !entry.Span.IsAllDay).ThenBy(entry => entry.StartsAt)];
    }

    /// <summary>On which days of the viewer something takes place.</summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="from">The first day in the viewer's zone.</param>
    /// <param name="until">The last day.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    public async Task<IReadOnlySet<DateOnly>> ListDaysAsync(Viewer viewer, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var found = new HashSet<DateOnly>();
        foreach (var (first, last) in await days.ListDaysAsync(viewer, from, until, cancellationToken))
        {
            for (var day = first > from ? first : from; day <= last && day <= until; day = day.AddDays(1))
            {
                found.Add(day);
            }
        }

        return found;
    }

    /// <summary>Of each day on which something takes place the first entries, and how many there are.</summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="from">The first day in the viewer's zone.</param>
    /// <param name="until">The last day.</param>
    /// <param name="most">How many of a day.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    public Task<IReadOnlyList<CalendarDay>> ListFirstAsync(Viewer viewer, DateOnly from, DateOnly until, int most, CancellationToken cancellationToken) =>
        days.ListFirstAsync(viewer, from, until, most, cancellationToken);

    /// <summary>What is not over yet, by its beginning.</summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="from">The instant that counts.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">How many to give at most.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    public Task<IReadOnlyList<CalendarEntry>> ListNextAsync(Viewer viewer, DateTimeOffset from, int skip, int take, CancellationToken cancellationToken) =>
        entries.ListNextAsync(viewer, from, skip, take, cancellationToken);

    /// <summary>One time of an event with all that a card shows; null for what the viewer may not see or does not exist.</summary>
    public async Task<EventCard?> FindAsync(Viewer viewer, OccurrenceKey key, CancellationToken cancellationToken)
    {
        if (await entries.FindAsync(viewer, key, cancellationToken) is not { } entry || await events.FindAsync(key.Event, cancellationToken) is not { } source)
        {
            return null;
        }

        if (!entry.IsOpen)
        {
            return new() { Entry = entry, Guests = [] };
        }

        var given = await answers.ListAsync(key, cancellationToken);
        var people = await attendees.ListAsync(source.Organiser, await events.ListParticipantsAsync(source.Id, cancellationToken), cancellationToken);
        return new()
        {
            Entry = entry,
            Source = source,
            Guests = [.. people.Select(person => new Guest(person, given.GetValueOrDefault(person.User)))],
            MayChange = await rights.MayChangeAsync(source, viewer.User, cancellationToken),
            MayAnswer = entry.IsOwn && source.Organiser != viewer.User,
        };
    }
}

/// <summary>One time of an event as its card shows it.</summary>
internal sealed record EventCard
{
    public required CalendarEntry Entry { get; init; }

    /// <summary>The event or series; null when the viewer may only know that the time is taken.</summary>
    public CalendarEvent? Source { get; init; }

    /// <summary>Everybody who is to come, the organiser first.</summary>
    public required IReadOnlyList<Guest> Guests { get; init; }

    public bool MayChange { get; init; }

    public bool MayAnswer { get; init; }
}

/// <summary>Somebody who is to come, and whether they do.</summary>
/// <param name="Person">The person.</param>
/// <param name="Answer">Their answer.</param>
internal sealed record Guest(Attendee Person, Rsvp Answer);
