using DrAivBot.Organisation;
using DrAivBot.Planner.Time;
using DrAivBot.Work;

namespace DrAivBot.Planner.Events;

/// <summary>Who is taken at a time. What it is that takes them is told only to those who may see it.</summary>
internal sealed class Conflicts(EntryTable entries, Viewers viewers, Attendees attendees, IWork work)
{
    /// <summary>How many people are looked at: a whole company is never free.</summary>
    public const int MostPeople = 30;

    /// <summary>How many conflicts are named.</summary>
    public const int MostListed = 8;

    /// <summary>How far ahead a series is looked at: nobody's calendar says much of next year.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(90);

    /// <summary>The conflicts of the organiser and of everybody invited with an event, of a series with all of its next times.</summary>
    /// <param name="viewer">Who is told.</param>
    /// <param name="organiser">Who organises it.</param>
    /// <param name="details">What is planned.</param>
    /// <param name="participants">Who is to come.</param>
    /// <param name="except">The event itself, when it is moved; else null.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    public async Task<Taken> FindAsync(
        Viewer viewer, UserId organiser, EventDetails details, IEnumerable<Participant> participants, Guid? except, CancellationToken cancellationToken)
    {
        var times = TimesOf(details, work.StartedAt);
        if (details.Span.IsAllDay || details.Kind is not (EventKind.Meeting or EventKind.Task) || times.Count == 0)
        {
            return Taken.Nobody;
        }

        var found = new List<(Attendee Who, CalendarEntry First, int Times)>();
        foreach (var attendee in (await attendees.ListAsync(organiser, participants, cancellationToken)).Take(MostPeople))
        {
            var other = await viewers.OfAsync(attendee.User, viewer.Zone, cancellationToken);
            var taken = await entries.ListTakenAsync(other, times, cancellationToken);
            found.AddRange(taken
                .Where(entry => entry.TakesTime && entry.Key.Event != except)
                .GroupBy(entry => entry.Key.Event)
                .Select(again => (attendee, again.First(), again.Count())));
        }

        var first = found.OrderBy(one => one.First.StartsAt).Take(MostListed).ToList();
        var visible = (await entries.ListOfKeysAsync(viewer, first.Select(one => one.First.Key), cancellationToken))
            .Where(entry => entry.IsOpen).ToDictionary(entry => entry.Key, entry => entry.Title);
        return new([.. first.Select(one => new Conflict(one.Who, one.First.Span, visible.GetValueOrDefault(one.First.Key), one.Times))], found.Count - first.Count);
    }

    /// <summary>When it takes place in the next time, by its beginning.</summary>
    private static List<(DateTimeOffset From, DateTimeOffset Until)> TimesOf(EventDetails details, DateTimeOffset now)
    {
        var zone = WallTime.ZoneOf(details.Zone);
        var first = details.Span.In(zone).Start;
        if (details.Rule is null)
        {
            return [details.Span.In(zone)];
        }

        var last = (first > now ? first : now) + Ahead;
        return [.. Occurrence.StartsOf(details, WallTime.ToLocal(last, zone)).Select(start => details.Span.At(start).In(zone)).Where(time => time.End > now)];
    }
}

/// <summary>Who is taken.</summary>
/// <param name="First">The first conflicts, each event of each person once; at most <see cref="Conflicts.MostListed"/>.</param>
/// <param name="More">How many more there are.</param>
internal sealed record Taken(IReadOnlyList<Conflict> First, int More)
{
    public static Taken Nobody { get; } = new([], 0);
}

/// <summary>Somebody is taken.</summary>
/// <param name="Who">The person.</param>
/// <param name="Span">When for the first time, by the viewer's clock.</param>
/// <param name="Title">By what; null when the viewer may not know.</param>
/// <param name="Times">How often.</param>
internal sealed record Conflict(Attendee Who, LocalSpan Span, string? Title, int Times);
