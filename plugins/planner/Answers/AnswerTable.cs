using DrAivBot.Organisation;
using DrAivBot.Planner.Events;
using DrAivBot.Work;

namespace DrAivBot.Planner.Answers;

/// <summary>Rows of planner.answers.</summary>
internal sealed class AnswerTable(IWork work)
{
    /// <summary>Stands in the place of a start for an answer to the whole series: the database's -infinity.</summary>
    private static readonly DateTime Whole = DateTime.MinValue;

    public Task SetAsync(Guid target, DateTime? start, UserId user, Rsvp answer, CancellationToken cancellationToken)
    {
        const string upsert = """
            insert into planner.answers (event_id, original_start, user_id, rsvp, answered_at) values ($1, $2, $3, $4, $5)
            on conflict (company_id, event_id, original_start, user_id) do update set rsvp = excluded.rsvp, answered_at = excluded.answered_at
            """;
        return work.ExecuteAsync(upsert, [target, start ?? Whole, user.Value, (short)answer, work.StartedAt], cancellationToken);
    }

    /// <summary>Answers that count for one time of an event.</summary>
    public async Task<IReadOnlyDictionary<UserId, Rsvp>> ListAsync(OccurrenceKey key, CancellationToken cancellationToken)
    {
        const string select = """
            select distinct on (user_id) user_id, rsvp from planner.answers
            where event_id = $1 and original_start in ($2, '-infinity') order by user_id, original_start desc
            """;
        var rows = await work.ListAsync(select, [key.Event, key.Start], reader => (User: new UserId(reader.GetGuid(0)), Answer: (Rsvp)reader.GetInt16(1)), cancellationToken);
        return rows.ToDictionary(row => row.User, row => row.Answer);
    }

    /// <summary>Takes back what somebody said of one time alone.</summary>
    public Task ForgetAsync(OccurrenceKey key, UserId user, CancellationToken cancellationToken) => work.ExecuteAsync(
        "delete from planner.answers where event_id = $1 and original_start = $2 and user_id = $3", [key.Event, key.Start, user.Value], cancellationToken);

    /// <summary>Takes back all that some people said of an event.</summary>
    public Task ForgetAsync(Guid target, IEnumerable<UserId> users, CancellationToken cancellationToken) => work.ExecuteAsync(
        "delete from planner.answers where event_id = $1 and user_id = any($2)", [target, users.Select(user => user.Value).ToArray()], cancellationToken);

    /// <summary>Everybody is asked anew about the whole event.</summary>
    public Task ResetAsync(Guid target, CancellationToken cancellationToken) =>
        work.ExecuteAsync("delete from planner.answers where event_id = $1", [target], cancellationToken);

    /// <summary>Everybody is asked anew about one time of a series.</summary>
    public async Task ResetAsync(OccurrenceKey key, CancellationToken cancellationToken)
    {
        const string reset = """
            insert into planner.answers (event_id, original_start, user_id, rsvp, answered_at)
            select distinct event_id, $2::timestamp, user_id, 0, $3::timestamptz from planner.answers
            where event_id = $1 and original_start in ($2, '-infinity')
            on conflict (company_id, event_id, original_start, user_id) do update set rsvp = 0, answered_at = excluded.answered_at
            """;
        await work.ExecuteAsync(reset, [key.Event, key.Start, work.StartedAt], cancellationToken);
    }

    /// <summary>The answers to a whole series hold for the part that was cut off it.</summary>
    public Task CopyAsync(Guid from, Guid to, CancellationToken cancellationToken) => work.ExecuteAsync(
        """
        insert into planner.answers (event_id, original_start, user_id, rsvp, answered_at)
        select $2, original_start, user_id, rsvp, answered_at from planner.answers where event_id = $1 and original_start = '-infinity'
        """,
        [from, to], cancellationToken);
}
