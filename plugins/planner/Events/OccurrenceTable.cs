using System.Data.Common;
using DrAivBot.Planner.Time;
using DrAivBot.Work;

namespace DrAivBot.Planner.Events;

/// <summary>Rows of planner.occurrences and planner.exceptions: when events take place.</summary>
internal sealed class OccurrenceTable(IWork work)
{
    private const string All = "event_id, original_start, starts_at, ends_at, local_start, local_end, is_all_day, title, place";

    /// <summary>Writes when an event takes place, up to <see cref="Occurrence.DaysAhead"/> days from now, in the place of what was written.</summary>
    public async Task WriteAsync(CalendarEvent source, CancellationToken cancellationToken)
    {
        await RemoveAsync(source.Id, cancellationToken);
        await ExtendAsync(source, cancellationToken);
    }

    /// <summary>Adds what has come within reach; what is there stays.</summary>
    public async Task ExtendAsync(CalendarEvent source, CancellationToken cancellationToken)
    {
        var until = WallTime.ToLocal(work.StartedAt, source.Zone).Date.AddDays(Occurrence.DaysAhead);
        var changes = source.Recurs ? await ListChangesAsync(source.Id, cancellationToken) : [];
        await InsertAsync([.. Occurrence.Of(source, changes, until)], cancellationToken);
        var goesOn = source.Recurs && Occurrence.StartsOf(source.Details, DateTime.MaxValue).Any(start => start > until);
        await work.ExecuteAsync("update planner.events set expanded_until = $2 where id = $1", [source.Id, goesOn ? until : null], cancellationToken);
    }

    public Task RemoveAsync(Guid source, CancellationToken cancellationToken) =>
        work.ExecuteAsync("delete from planner.occurrences where event_id = $1", [source], cancellationToken);

    public Task<Occurrence?> FindAsync(OccurrenceKey key, CancellationToken cancellationToken) => work.FindAsync(
        $"select {All} from planner.occurrences where event_id = $1 and original_start = $2", [key.Event, key.Start], Read, cancellationToken);

    /// <summary>The first that begins after an instant.</summary>
    public Task<Occurrence?> FindNextAsync(Guid source, DateTimeOffset after, CancellationToken cancellationToken) => work.FindAsync(
        $"select {All} from planner.occurrences where event_id = $1 and starts_at > $2 order by starts_at limit 1", [source, after], Read, cancellationToken);

    /// <summary>Those that begin after an instant and not after another, in order.</summary>
    public Task<IReadOnlyList<Occurrence>> ListBetweenAsync(Guid source, DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken) => work.ListAsync(
        $"select {All} from planner.occurrences where event_id = $1 and starts_at > $2 and starts_at <= $3 order by starts_at", [source, after, until], Read, cancellationToken);

    public Task<IReadOnlyList<SeriesChange>> ListChangesAsync(Guid source, CancellationToken cancellationToken) => work.ListAsync(
        "select original_start, is_cancelled, local_start, local_end, title, place from planner.exceptions where event_id = $1 order by original_start",
        [source],
        reader => new SeriesChange
        {
            OriginalStart = reader.GetDateTime(0),
            IsCancelled = reader.GetBoolean(1),
            Start = reader.Local(2),
            End = reader.Local(3),
            Title = reader.Text(4),
            Place = reader.Text(5),
        },
        cancellationToken);

    /// <summary>Notes that one time of a series differs; the last word counts.</summary>
    public Task ChangeAsync(Guid source, SeriesChange change, CancellationToken cancellationToken)
    {
        const string upsert = """
            insert into planner.exceptions (event_id, original_start, is_cancelled, local_start, local_end, title, place)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (company_id, event_id, original_start) do update
            set is_cancelled = excluded.is_cancelled, local_start = excluded.local_start, local_end = excluded.local_end,
                title = excluded.title, place = excluded.place
            """;
        return work.ExecuteAsync(
            upsert, [source, change.OriginalStart, change.IsCancelled, change.Start, change.End, change.Title, change.Place], cancellationToken);
    }

    /// <summary>Forgets what differs from a local start on.</summary>
    public Task ForgetChangesAsync(Guid source, DateTime from, CancellationToken cancellationToken) => work.ExecuteAsync(
        "delete from planner.exceptions where event_id = $1 and original_start >= $2", [source, from], cancellationToken);

    private async Task InsertAsync(IReadOnlyList<Occurrence> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        const string insert = $"""
            insert into planner.occurrences ({All})
            select $1, * from unnest($2::timestamp[], $3::timestamptz[], $4::timestamptz[], $5::timestamp[], $6::timestamp[], $7::boolean[], $8::text[], $9::text[])
            on conflict (company_id, event_id, original_start) do nothing
            """;
        await work.ExecuteAsync(
            insert,
            [
                rows[0].Event,
                rows.Select(row => row.Original).ToArray(),
                rows.Select(row => row.StartsAt).ToArray(),
                rows.Select(row => row.EndsAt).ToArray(),
                rows.Select(row => row.Span.Start).ToArray(),
                rows.Select(row => row.Span.End).ToArray(),
                rows.Select(row => row.Span.IsAllDay).ToArray(),
                rows.Select(row => row.Title).ToArray(),
                rows.Select(row => row.Place).ToArray(),
            ],
            cancellationToken);
    }

    private static Occurrence Read(DbDataReader reader) => new()
    {
        Event = reader.GetGuid(0),
        Original = reader.GetDateTime(1),
        StartsAt = reader.Instant(2),
        EndsAt = reader.Instant(3),
        Span = new() { Start = reader.GetDateTime(4), End = reader.GetDateTime(5), IsAllDay = reader.GetBoolean(6) },
        Title = reader.Text(7),
        Place = reader.Text(8),
    };
}
