using DrAivBot.Organisation;
using DrAivBot.Planner.Events;
using DrAivBot.Work;

namespace DrAivBot.Planner.Reminders;

/// <summary>Rows of planner.missed.</summary>
internal sealed class MissedTable(IWork work)
{
    public Task AddAsync(UserId user, OccurrenceKey key, CancellationToken cancellationToken) => work.ExecuteAsync(
        "insert into planner.missed (user_id, event_id, original_start) values ($1, $2, $3) on conflict do nothing",
        [user.Value, key.Event, key.Start], cancellationToken);

    /// <summary>Takes out what somebody missed, in order.</summary>
    public async Task<IReadOnlyList<OccurrenceKey>> TakeAsync(UserId user, CancellationToken cancellationToken)
    {
        var keys = await work.ListAsync(
            "delete from planner.missed where user_id = $1 returning event_id, original_start",
            [user.Value], reader => new OccurrenceKey(reader.GetGuid(0), reader.GetDateTime(1)), cancellationToken);
        return [.. keys.OrderBy(key => key.Start)];
    }
}
