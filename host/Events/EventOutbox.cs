using DrAivBot.Host.Database;
using DrAivBot.Host.Jobs;
using DrAivBot.Host.Modules;

namespace DrAivBot.Host.Events;

/// <summary>
/// Writes events in the transaction of the work they happen in. The outbox are the jobs themselves: one for each module
/// that is known to handle the event, present or switched off, all with the event's id as their key.
/// </summary>
internal sealed class EventOutbox(TurnDatabase database, JobSignal signal)
{
    private const string Insert = $"""
        insert into core.jobs (company_id, id, module, name, key, payload, order_key, due_at, next_at)
        select core.company_id(), gen_random_uuid(), handler.module, handler.name, $2, $3, $4, core.clock(), core.clock()
        from core.event_handlers as handler
        where handler.name = $1 and handler.seen_at > core.clock() - {EventHandlers.Patience}
        """;

    private const string FindOn = """
        select exists (
            select from core.companies as company
            where company.company_id = core.company_id() and not ($1 <@ coalesce(company.modules_off, '{}')))
        """;

    /// <summary>Whether the company of the work uses any of the modules.</summary>
    public async Task<bool> IsAnyOnAsync(string[] modules, CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch().Add(FindOn, Sql.Values(modules)).ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) && reader.GetBoolean(0);
    }

    /// <param name="name">Name and version.</param>
    /// <param name="json">What happened.</param>
    /// <param name="orderKey">What it happened to, its publisher named; null: in any order.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task WriteAsync(EventName name, string json, string? orderKey, CancellationToken cancellationToken)
    {
        await database.CreateHostBatch()
            .Add(Insert, Sql.Value(name.Job), Sql.Value(Guid.CreateVersion7().ToString()), Sql.Value(json), Sql.Optional(orderKey))
            .ExecuteAsync(cancellationToken);
        signal.RaiseAfter(database);
    }
}
