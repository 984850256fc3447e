namespace DrAivBot.Planner.Events;

/// <summary>Who is taken at a time. What it is that takes them is told only to those who may see it.</summary>
internal sealed class Conflicts(EntryTable entries, Viewers viewers, Attendees attendees)
{
    /// <summary>How many people are looked at: a whole company is never free.</summary>
    public const int MostPeople = 30;

    /// <summary>The first conflicts of the organiser and of everybody invited with the first time of an event.</summary>
    /// <param name="viewer">The organiser.</param>
    /// <param name="details">What is planned.</param>
    /// <param name="participants">Who is to come.</param>
    /// <param name="except">The event itself, when it is moved; else null.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    public async Task<IReadOnlyList<Conflict>> FindAsync(
        Viewer viewer, EventDetails details, IEnumerable<Participant> participants, Guid? except, CancellationToken cancellationToken)
    {
        if (details.Span.IsAllDay || details.Kind is not (EventKind.Meeting or EventKind.Task))
        {
            return [];
        }

        var (from, until) = details.Span.In(Time.WallTime.ZoneOf(details.Zone));
        var visible = (await entries.ListAsync(viewer, from, until, cancellationToken)).Where(entry => entry.IsOpen).ToDictionary(entry => entry.Key);
        var found = new List<Conflict>();
        foreach (var attendee in (await attendees.ListAsync(viewer.User, participants, cancellationToken)).Take(MostPeople))
        {
            var other = await viewers.OfAsync(attendee.User, viewer.Zone, cancellationToken);
            var taken = await entries.ListAsync(other, from, until, cancellationToken);
            found.AddRange(taken
                .Where(entry => entry.TakesTime && entry.Key.Event != except)
                .Select(entry => new Conflict(attendee, entry.Span, visible.GetValueOrDefault(entry.Key)?.Title)));
        }

        return found;
    }
}

/// <summary>Somebody is taken.</summary>
/// <param name="Who">The person.</param>
/// <param name="Span">When, by the viewer's clock.</param>
/// <param name="Title">By what; null when the viewer may not know.</param>
internal sealed record Conflict(Attendee Who, Time.LocalSpan Span, string? Title);
