using Npgsql;

namespace DrAivBot.Chaos.Reminders;

/// <summary>
/// People in companies of a thousand, each with one event and its reminder, as the planner would have written them: through the
/// chat it would take a day. Events are numbered in the order in which they remind; who has which, is mixed.
/// </summary>
internal static class ReminderRows
{
    public const long FirstPerson = 900_000_000;

    /// <summary>How long before an event it reminds.</summary>
    private const int Minutes = 15;

    private const string Numbered = """
        select n, md5('company ' || n / 1000)::uuid as company_id, md5('person ' || n)::uuid as user_id, md5('event ' || n)::uuid as event_id,
            place, $3::timestamptz + place * $2::float8 / $1 * interval '1 second' as due_at
        from (select n, row_number() over (order by md5(n::text)) - 1 as place from generate_series(0, $1 - 1) n) mixed
        """;

    private static readonly string[] Statements =
    [
        """
        insert into core.companies (company_id, name, time_zone, currency, quiet_from, quiet_until, created_by, created_at)
        select distinct company_id, 'Company', 'UTC', 'RUB', time '00:00', time '00:00', company_id, now() from people
        """,
        $"insert into core.users (id, telegram_id, name, language) select user_id, {FirstPerson} + n, 'Person ' || n, 'en' from people",
        "insert into core.members (company_id, user_id, name, joined_at) select company_id, user_id, 'Person ' || n, now() from people",
        $$"""
        insert into planner.events (company_id, id, uid, calendar, kind, title, is_all_day, local_start, local_end, zone, is_private, organiser_id, reminders, created_at)
        select company_id, event_id, 'event-' || n, 0, 0, 'Reminder ' || place, false, (due_at + interval '{{Minutes}} minutes') at time zone 'UTC',
            (due_at + interval '1 hour') at time zone 'UTC', 'UTC', false, user_id, '{ {{Minutes}} }', now()
        from people
        """,
        $"""
        insert into planner.occurrences (company_id, event_id, original_start, starts_at, ends_at, local_start, local_end, is_all_day)
        select p.company_id, event_id, local_start, due_at + interval '{Minutes} minutes', due_at + interval '1 hour', local_start, local_end, false
        from people p join planner.events e on e.company_id = p.company_id and e.id = p.event_id
        """,
        $"""
        insert into core.jobs (company_id, id, module, name, key, payload, due_at, next_at)
        select company_id, gen_random_uuid(), 'planner', 'remind', replace(event_id::text, '-', '') || ':{Minutes}',
            json_build_object('Event', event_id, 'Minutes', {Minutes}, 'StartsAt', due_at + interval '{Minutes} minutes')::text, due_at, due_at
        from people
        """,
    ];

    /// <summary>Writes the rows of reminders that come due one after another from an instant on.</summary>
    public static async Task WriteAsync(string database, ReminderOptions options, DateTimeOffset begin, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false;Command Timeout=300");
        await connection.OpenAsync(cancellationToken);
        await using (var people = new NpgsqlCommand($"create temporary table people as {Numbered}", connection))
        {
            people.Parameters.Add(new() { Value = options.Count });
            people.Parameters.Add(new() { Value = (double)options.Seconds });
            people.Parameters.Add(new() { Value = begin.ToUniversalTime() });
            await people.ExecuteNonQueryAsync(cancellationToken);
        }

        foreach (var statement in Statements.Append("analyze"))
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
