using System.Globalization;
using Npgsql;

namespace DrAivBot.Testing;

/// <summary>The clock of a test database, which decides what is due, turned by whoever owns the database.</summary>
public static class TurnedClock
{
    internal const string IsSomethingDue = """
        select exists (
            select from core.jobs as job
            join unnest($1, $2) as handled (module, name) on handled.module = job.module and handled.name = job.name
            where (job.next_at <= core.clock() or job.lease is not null) and (job.order_key is null or not exists (
                select from core.jobs as earlier
                where earlier.company_id = job.company_id and earlier.module = job.module
                    and earlier.order_key = job.order_key and earlier.sequence < job.sequence)))
        """;

    /// <summary>Quiet hours have ended for it, and it is not on its way yet.</summary>
    internal const string IsNoticeDue = "select exists (select from core.notifications where state = 0 and (not is_bulk or class = 1) and due_at <= core.clock())";

    /// <summary>
    /// It is sent, or can be: only the oldest of a chat counts, and one that Telegram refused waits until a later time.
    /// The outbox goes by the clock of the database itself, which no test turns.
    /// </summary>
    internal const string IsMessageOnItsWay = """
        select exists (
            select from (select distinct on (chat_id) lease, next_at from core.outbox where bot_id = $1 order by chat_id, id) head
            where head.next_at <= now() or head.lease is not null)
        """;

    internal const string DescribeDue = """
        select format('%s.%s (%s, %s to go, %s attempts%s)', module, name, case when lease is null then 'waits' else 'runs' end,
            next_at - core.clock(), attempts, ', ' || error)
        from core.jobs where next_at <= core.clock() or lease is not null limit 20
        """;

    private const string ReadAhead = "select extract(epoch from core.clock() - now())";

    /// <summary>Turns the clock of a database further.</summary>
    /// <param name="superuser">A superuser's way into the database.</param>
    /// <param name="time">How far; negative goes back.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>When every later statement sees it.</returns>
    public static async Task TurnAsync(NpgsqlDataSource superuser, TimeSpan time, CancellationToken cancellationToken)
    {
        await using var read = superuser.CreateCommand(ReadAhead);
        var ahead = (decimal)(await read.ExecuteScalarAsync(cancellationToken))! + (decimal)time.TotalSeconds;
        await using var turn = superuser.CreateCommand(string.Create(CultureInfo.InvariantCulture, $"""
            create or replace function core.clock() returns timestamptz language sql stable parallel safe
            return now() + interval '{ahead} seconds'
            """));
        await turn.ExecuteNonQueryAsync(cancellationToken);
    }
}
