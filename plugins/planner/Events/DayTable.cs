using System.Data.Common;
using DrAivBot.Planner.Time;
using DrAivBot.Work;

namespace DrAivBot.Planner.Events;

/// <summary>What there is on each of some days, as much as a month or a week shows of it: the rest stays in the database.</summary>
internal sealed class DayTable(IWork work)
{
    private const string Seen = EntryTable.Own + """
        , seen as materialized (
            select id from planner.events where calendar = 2 or calendar = 1 and unit = any($3) union select id from own
        )
        """;

    private const string Range = """
        o.event_id in (select id from seen)
            and (o.starts_at >= $4::timestamptz - interval '2 days' or o.is_long) and o.starts_at < $5 and o.ends_at > $4
        """;

    /// <summary>By the clock of the viewer; whole days are the same everywhere.</summary>
    private const string FirstDay = "(case when o.is_all_day then o.local_start else o.starts_at at time zone $6 end)::date";

    private const string LastDay = "((case when o.is_all_day then o.local_end else o.ends_at at time zone $6 end) - interval '1 microsecond')::date";

    /// <summary>On which days of the viewer something begins and until when it goes on, each pair once.</summary>
    public Task<IReadOnlyList<(DateOnly First, DateOnly Last)>> ListDaysAsync(Viewer viewer, DateOnly from, DateOnly until, CancellationToken cancellationToken) => work.ListAsync(
        $"{Seen} select distinct {FirstDay}, {LastDay} from planner.occurrences o where {Range}",
        Values(viewer, from, until), reader => (Day(reader, 0), Day(reader, 1)), cancellationToken);

    /// <summary>The first entries of each day on which something takes place, whole days before hours, and how many there are.</summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="from">The first day in the viewer's zone.</param>
    /// <param name="until">The last day.</param>
    /// <param name="most">How many of a day.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    public async Task<IReadOnlyList<CalendarDay>> ListFirstAsync(Viewer viewer, DateOnly from, DateOnly until, int most, CancellationToken cancellationToken)
    {
        // What takes the viewer's time clashes with what began before and is not over, and with what begins before it is over.
        const string first = $"""
            {Seen}, spans as materialized (
                select o.*, o.event_id in (select id from own) as is_own, {FirstDay} as first_day, {LastDay} as last_day
                from planner.occurrences o where {Range}
            ), taken as materialized (
                select s.event_id, s.original_start,
                    coalesce(s.starts_at < max(s.ends_at) over (order by s.starts_at, s.event_id, s.original_start rows between unbounded preceding and 1 preceding), false)
                        or coalesce(s.ends_at > lead(s.starts_at) over (order by s.starts_at, s.event_id, s.original_start), false) as clashes
                from spans s
                join planner.events e on e.company_id = s.company_id and e.id = s.event_id
                left join planner.answers one on one.company_id = s.company_id and one.event_id = s.event_id
                    and one.original_start = s.original_start and one.user_id = $1
                left join planner.answers whole on whole.company_id = s.company_id and whole.event_id = s.event_id
                    and whole.original_start = '-infinity' and whole.user_id = $1
                where s.is_own and not s.is_all_day and e.kind in (0, 1, 3) and coalesce(one.rsvp, whole.rsvp, 0) <> 2
            ), placed as (
                select s.*, day::date as day, count(*) over (partition by day) as total,
                    row_number() over (partition by day order by s.first_day, not s.is_all_day, s.starts_at, s.event_id) as rank
                from spans s
                cross join lateral generate_series(greatest(s.first_day, $7)::timestamp, least(s.last_day, $8)::timestamp, interval '1 day') as day
            )
            select {EntryTable.Columns}, o.day, o.total,
                (o.event_id, o.original_start) in (select t.event_id, t.original_start from taken t where t.clashes)
            from placed o
            {EntryTable.Joins}
            where o.rank <= $9
            order by o.day, o.rank
            """;
        var rows = await work.ListAsync(
            first, [.. Values(viewer, from, until), from, until, most],
            reader => (Entry: EntryTable.Read(reader, viewer), Day: Day(reader, 17), Count: (int)reader.GetInt64(18), Clashes: reader.GetBoolean(19)),
            cancellationToken);
        return
        [
            .. from row in rows
               group row by (row.Day, row.Count) into day
               select new CalendarDay
               {
                   Day = day.Key.Day,
                   Count = day.Key.Count,
                   First = [.. day.Select(row => row.Entry)],
                   Clashes = day.Where(row => row.Clashes).Select(row => row.Entry.Key).ToHashSet(),
               },
        ];
    }

    private static object?[] Values(Viewer viewer, DateOnly from, DateOnly until)
    {
        var (start, end) = WallTime.OfDays(from, until, viewer.Zone);
        return [viewer.User.Value, viewer.Targets, viewer.Units, start - EntryTable.Apart, end + EntryTable.Apart, viewer.Zone.Id];
    }

    private static DateOnly Day(DbDataReader reader, int column) => DateOnly.FromDateTime(reader.GetDateTime(column));
}

/// <summary>What a week shows of a day.</summary>
internal sealed record CalendarDay
{
    public required DateOnly Day { get; init; }

    /// <summary>How much there is in all.</summary>
    public required int Count { get; init; }

    /// <summary>The first of it.</summary>
    public required IReadOnlyList<CalendarEntry> First { get; init; }

    /// <summary>Which of the first take the viewer's time at once with something else.</summary>
    public required IReadOnlySet<OccurrenceKey> Clashes { get; init; }
}
