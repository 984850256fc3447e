using System.Data.Common;
using DrAivBot.Organisation;
using DrAivBot.Planner.Recurrence;
using DrAivBot.Planner.Time;
using DrAivBot.Work;

namespace DrAivBot.Planner.Events;

/// <summary>Rows of planner.events and planner.participants.</summary>
internal sealed class EventTable(IWork work)
{
    private const string All = """
        id, uid, calendar, unit, kind, title, is_all_day, local_start, local_end, zone, rule,
        place, link, description, is_private, organiser_id, position_id, sequence, reminders, cancelled_at is not null
        """;

    public async Task<bool> AddAsync(CalendarEvent added, CancellationToken cancellationToken)
    {
        const string insert = """
            insert into planner.events (id, uid, organiser_id, position_id, sequence, created_at,
                calendar, unit, kind, title, is_all_day, local_start, local_end, zone, rule, place, link, description, is_private, reminders)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
            on conflict (company_id, organiser_id, uid) do nothing
            """;
        return await work.ExecuteAsync(
            insert,
            [added.Id, added.Uid, added.Organiser.Value, added.Position?.Value, added.Sequence, work.StartedAt, .. Values(added.Details)],
            cancellationToken) > 0;
    }

    /// <summary>Writes all of an event but its identity.</summary>
    public Task UpdateAsync(CalendarEvent changed, CancellationToken cancellationToken)
    {
        const string update = """
            update planner.events set organiser_id = $2, position_id = $3, sequence = $4,
                calendar = $5, unit = $6, kind = $7, title = $8, is_all_day = $9, local_start = $10, local_end = $11, zone = $12, rule = $13,
                place = $14, link = $15, description = $16, is_private = $17, reminders = $18
            where id = $1
            """;
        return work.ExecuteAsync(
            update, [changed.Id, changed.Organiser.Value, changed.Position?.Value, changed.Sequence, .. Values(changed.Details)], cancellationToken);
    }

    /// <summary>Marks an event as cancelled; it is kept for those who look at it later.</summary>
    /// <returns>False when it was already.</returns>
    public async Task<bool> CancelAsync(Guid id, CancellationToken cancellationToken) => await work.ExecuteAsync(
        "update planner.events set cancelled_at = $2, expanded_until = null where id = $1 and cancelled_at is null", [id, work.StartedAt], cancellationToken) > 0;

    public Task<CalendarEvent?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        work.FindAsync($"select {All} from planner.events where id = $1", [id], Read, cancellationToken);

    /// <summary>The same, held against changes by others until the work ends.</summary>
    public Task<CalendarEvent?> LockAsync(Guid id, CancellationToken cancellationToken) =>
        work.FindAsync($"select {All} from planner.events where id = $1 for update", [id], Read, cancellationToken);

    /// <summary>Events that calendar files name so and the viewer organises or is invited to, the viewer's own first.</summary>
    public Task<IReadOnlyList<CalendarEvent>> ListOfUidsAsync(Viewer viewer, IEnumerable<string> uids, CancellationToken cancellationToken) => work.ListAsync(
        $"""
        select {All} from planner.events e
        where uid = any($4) and cancelled_at is null and (organiser_id = $1 or exists (
            select from planner.participants p
            where p.company_id = e.company_id and p.event_id = e.id and (p.target_id = any($2) or p.unit = any($3))))
        order by organiser_id <> $1
        """,
        [viewer.User.Value, viewer.Targets, viewer.Units, uids.ToArray()], Read, cancellationToken);

    /// <summary>What the viewer organises or is invited to, and takes place in a range.</summary>
    public Task<IReadOnlyList<CalendarEvent>> ListOwnAsync(Viewer viewer, DateTimeOffset from, DateTimeOffset until, int most, CancellationToken cancellationToken) => work.ListAsync(
        $"""
        select {All} from planner.events e
        where cancelled_at is null
            and exists (
                select from planner.occurrences o
                where o.company_id = e.company_id and o.event_id = e.id and o.starts_at < $5 and o.ends_at > $4)
            and (organiser_id = $1 or exists (
                select from planner.participants p
                where p.company_id = e.company_id and p.event_id = e.id and (p.target_id = any($2) or p.unit = any($3))))
        order by local_start, id limit $6
        """,
        [viewer.User.Value, viewer.Targets, viewer.Units, from, until, most], Read, cancellationToken);

    /// <summary>The events of a unit's or the company's calendar in a range, private ones left out.</summary>
    public Task<IReadOnlyList<CalendarEvent>> ListSharedAsync(
        CalendarKind calendar, int? unit, DateTimeOffset from, DateTimeOffset until, int most, CancellationToken cancellationToken) => work.ListAsync(
        $"""
        select {All} from planner.events e
        where cancelled_at is null and calendar = $1 and unit is not distinct from $2::smallint and not is_private
            and exists (
                select from planner.occurrences o
                where o.company_id = e.company_id and o.event_id = e.id and o.starts_at < $4 and o.ends_at > $3)
        order by local_start, id limit $5
        """,
        [(short)calendar, (short?)unit, from, until, most], Read, cancellationToken);

    /// <summary>Events of an organiser that are not over: with an occurrence to come, or a series without an end.</summary>
    public Task<IReadOnlyList<CalendarEvent>> ListComingOfAsync(UserId organiser, CancellationToken cancellationToken) => work.ListAsync(
        $"""
        select {All} from planner.events e
        where organiser_id = $1 and cancelled_at is null and (expanded_until is not null or exists (
            select from planner.occurrences o where o.company_id = e.company_id and o.event_id = e.id and o.ends_at > $2))
        order by id
        """,
        [organiser.Value, work.StartedAt], Read, cancellationToken);

    /// <summary>Series written up to less than a local time.</summary>
    public Task<IReadOnlyList<CalendarEvent>> ListToExpandAsync(DateTime until, int most, CancellationToken cancellationToken) => work.ListAsync(
        $"select {All} from planner.events where expanded_until < $1 and cancelled_at is null order by expanded_until limit $2 for update skip locked",
        [until, most], Read, cancellationToken);

    public Task<IReadOnlyList<Participant>> ListParticipantsAsync(Guid id, CancellationToken cancellationToken) => work.ListAsync(
        "select kind, target_id, unit from planner.participants where event_id = $1 order by ordinal",
        [id],
        reader => new Participant { Kind = (ParticipantKind)reader.GetInt16(0), Target = reader.Id(1), Unit = reader.Number(2) },
        cancellationToken);

    /// <summary>Writes the participants in the place of those there were.</summary>
    public async Task SetParticipantsAsync(Guid id, IReadOnlyList<Participant> participants, CancellationToken cancellationToken)
    {
        await work.ExecuteAsync("delete from planner.participants where event_id = $1", [id], cancellationToken);
        var distinct = participants.Distinct().ToList();
        if (distinct.Count == 0)
        {
            return;
        }

        const string insert = """
            insert into planner.participants (event_id, ordinal, kind, target_id, unit)
            select $1, ordinality, kind, target_id, nullif(unit, 0) from unnest($2::smallint[], $3::uuid[], $4::smallint[]) with ordinality as p (kind, target_id, unit)
            """;
        await work.ExecuteAsync(
            insert,
            [
                id,
                distinct.Select(participant => (short)participant.Kind).ToArray(),
                distinct.Select(participant => participant.Target).ToArray(),
                distinct.Select(participant => (short)(participant.Unit ?? 0)).ToArray(),
            ],
            cancellationToken);
    }

    private static IReadOnlyList<object?> Values(EventDetails details) =>
    [
        (short)details.Calendar, (short?)details.Unit, (short)details.Kind, details.Title, details.Span.IsAllDay, details.Span.Start, details.Span.End,
        details.Zone, details.Rule is { } rule ? RuleText.Print(rule) : null,
        details.Place, details.Link, details.Description, details.IsPrivate, details.Reminders.ToArray(),
    ];

    private static CalendarEvent Read(DbDataReader reader)
    {
        var span = new LocalSpan { IsAllDay = reader.GetBoolean(6), Start = reader.GetDateTime(7), End = reader.GetDateTime(8) };
        return new()
        {
            Id = reader.GetGuid(0),
            Uid = reader.GetString(1),
            Organiser = new(reader.GetGuid(15)),
            Position = reader.Id(16) is { } position ? new PositionId(position) : null,
            Sequence = reader.GetInt32(17),
            IsCancelled = reader.GetBoolean(19),
            Details = new()
            {
                Calendar = (CalendarKind)reader.GetInt16(2),
                Unit = reader.Number(3),
                Kind = (EventKind)reader.GetInt16(4),
                Title = reader.GetString(5),
                Span = span,
                Zone = reader.GetString(9),
                Rule = reader.Text(10) is { } rule ? RuleText.Parse(rule, span.Start) : null,
                Place = reader.Text(11),
                Link = reader.Text(12),
                Description = reader.Text(13),
                IsPrivate = reader.GetBoolean(14),
                Reminders = (int[])reader.GetValue(18),
            },
        };
    }
}
