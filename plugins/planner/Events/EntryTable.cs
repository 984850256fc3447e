using System.Data.Common;
using DrAivBot.Planner.Answers;
using DrAivBot.Planner.Time;
using DrAivBot.Work;

namespace DrAivBot.Planner.Events;

/// <summary>What a viewer sees: occurrences in a range with the viewer's own answers, one statement for any view.</summary>
internal sealed class EntryTable(IWork work)
{
    /// <summary>Whole days begin and end at other instants for other zones.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromHours(26);

    /// <summary>What the viewer organises or is invited to; $1 is the viewer, $2 their targets, $3 their units.</summary>
    public const string Own = """
        with own as materialized (
            select id from planner.events where organiser_id = $1
            union select event_id from planner.participants where target_id = any($2)
            union select event_id from planner.participants where unit = any($3)
        )
        """;

    /// <summary>What <see cref="Read"/> reads.</summary>
    public const string Columns = """
        o.event_id, o.original_start, o.starts_at, o.ends_at, o.local_start, o.local_end, o.is_all_day,
            coalesce(o.title, e.title), e.kind, e.calendar, e.rule is not null, e.organiser_id, nullif(coalesce(o.place, e.place), ''), e.zone,
            coalesce(one.rsvp, whole.rsvp, 0), e.id in (select id from own), e.is_private
        """;

    /// <summary>The event and the viewer's answers of an occurrence o.</summary>
    public const string Joins = """
        join planner.events e on e.company_id = o.company_id and e.id = o.event_id
        left join planner.answers one on one.company_id = o.company_id and one.event_id = o.event_id
            and one.original_start = o.original_start and one.user_id = $1
        left join planner.answers whole on whole.company_id = o.company_id and whole.event_id = o.event_id
            and whole.original_start = '-infinity' and whole.user_id = $1
        """;

    private const string Select = $"""
        {Own}
        select {Columns}
        from planner.occurrences o
        {Joins}
        where (e.calendar = 2 or e.calendar = 1 and e.unit = any($3) or e.id in (select id from own))
        """;

    /// <summary>Everything the viewer may see that touches a range, by its beginning.</summary>
    public async Task<IReadOnlyList<CalendarEntry>> ListAsync(Viewer viewer, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        const string range = Select + """

             and (o.starts_at >= $4::timestamptz - interval '2 days' or o.is_long) and o.starts_at < $5 and o.ends_at > $4
            order by o.starts_at, o.event_id
            """;
        var entries = await work.ListAsync(
            range, [viewer.User.Value, viewer.Targets, viewer.Units, from - Apart, until + Apart], reader => Read(reader, viewer), cancellationToken);
        return [.. entries.Where(entry => Touches(entry, from, until, viewer.Zone))];
    }

    /// <summary>What the viewer organises or is invited to and takes time at one of some times, by its beginning.</summary>
    public async Task<IReadOnlyList<CalendarEntry>> ListTakenAsync(
        Viewer viewer, IReadOnlyList<(DateTimeOffset From, DateTimeOffset Until)> times, CancellationToken cancellationToken)
    {
        const string range = Select + """
             and e.id in (select id from own) and e.kind in (0, 1, 3)
            and (o.starts_at >= $4::timestamptz - interval '2 days' or o.is_long) and o.starts_at < $5 and o.ends_at > $4
            and exists (
                select from unnest($6::timestamptz[], $7::timestamptz[]) as t (begins, ends)
                where o.is_all_day or (o.starts_at < t.ends and o.ends_at > t.begins))
            order by o.starts_at, o.event_id
            """;
        var entries = await work.ListAsync(
            range,
            [
                viewer.User.Value, viewer.Targets, viewer.Units, times.Min(time => time.From) - Apart, times.Max(time => time.Until) + Apart,
                times.Select(time => time.From).ToArray(), times.Select(time => time.Until).ToArray(),
            ],
            reader => Read(reader, viewer), cancellationToken);
        return [.. entries.Where(entry => times.Any(time => Touches(entry, time.From, time.Until, viewer.Zone)))];
    }

    /// <summary>Those of some times of events that the viewer may see.</summary>
    public Task<IReadOnlyList<CalendarEntry>> ListOfKeysAsync(Viewer viewer, IEnumerable<OccurrenceKey> keys, CancellationToken cancellationToken)
    {
        var wanted = keys.Distinct().ToList();
        return work.ListAsync(
            Select + " and (o.event_id, o.original_start) in (select * from unnest($4::uuid[], $5::timestamp[]))",
            [viewer.User.Value, viewer.Targets, viewer.Units, wanted.Select(key => key.Event).ToArray(), wanted.Select(key => key.Start).ToArray()],
            reader => Read(reader, viewer), cancellationToken);
    }

    /// <summary>What the viewer may see and is not over at an instant, by its beginning.</summary>
    public Task<IReadOnlyList<CalendarEntry>> ListNextAsync(Viewer viewer, DateTimeOffset from, int skip, int take, CancellationToken cancellationToken) => work.ListAsync(
        Select + """

             and (o.starts_at >= $4::timestamptz - interval '2 days' or o.is_long) and o.ends_at > $4
            order by o.starts_at, o.event_id
            offset $5 limit $6
            """,
        [viewer.User.Value, viewer.Targets, viewer.Units, from, skip, take], reader => Read(reader, viewer), cancellationToken);

    /// <summary>One time of an event; null when the viewer may not see it.</summary>
    public Task<CalendarEntry?> FindAsync(Viewer viewer, OccurrenceKey key, CancellationToken cancellationToken) => work.FindAsync(
        Select + " and o.event_id = $4 and o.original_start = $5",
        [viewer.User.Value, viewer.Targets, viewer.Units, key.Event, key.Start], reader => Read(reader, viewer), cancellationToken);

    /// <summary>Whole days are those of the viewer.</summary>
    private static bool Touches(CalendarEntry entry, DateTimeOffset from, DateTimeOffset until, TimeZoneInfo zone) => entry.Span.IsAllDay
        ? entry.Span.Start < WallTime.ToLocal(until, zone) && entry.Span.End > WallTime.ToLocal(from, zone)
        : entry.StartsAt < until && entry.EndsAt > from;

    public static CalendarEntry Read(DbDataReader reader, Viewer viewer)
    {
        var span = new LocalSpan { Start = reader.GetDateTime(4), End = reader.GetDateTime(5), IsAllDay = reader.GetBoolean(6) };
        var isOwn = reader.GetBoolean(15);
        var isOpen = isOwn || !reader.GetBoolean(16);
        return new()
        {
            Key = new(reader.GetGuid(0), reader.GetDateTime(1)),
            StartsAt = reader.Instant(2),
            EndsAt = reader.Instant(3),
            Span = span.Seen(WallTime.ZoneOf(reader.GetString(13)), viewer.Zone),
            Title = isOpen ? reader.GetString(7) : "",
            Kind = (EventKind)reader.GetInt16(8),
            Calendar = (CalendarKind)reader.GetInt16(9),
            Recurs = reader.GetBoolean(10),
            Organiser = new(reader.GetGuid(11)),
            Place = isOpen ? reader.Text(12) : null,
            Answer = (Rsvp)reader.GetInt32(14),
            IsOwn = isOwn,
            IsOpen = isOpen,
        };
    }
}
