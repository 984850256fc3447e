using System.Text;
using System.Text.Json;
using DrAivBot.Events;
using DrAivBot.Host.Database;
using DrAivBot.Host.Jobs;
using DrAivBot.Host.Modules;

namespace DrAivBot.Host.Events;

/// <summary>
/// Publishes events of one module in the transaction of its work. The outbox are the jobs themselves: one for each module
/// that is known to handle the event, present or switched off, all with the event's id as their key.
/// </summary>
internal sealed class ModuleEvents(TurnDatabase database, LoadedModule module, JobSignal signal) : IEvents
{
    private const int LongestOrderKey = 100;
    private const int MostBytes = 64 * 1024;

    private const string Insert = $"""
        insert into core.jobs (company_id, id, module, name, key, payload, order_key, due_at, next_at)
        select core.company_id(), gen_random_uuid(), handler.module, handler.name, $2, $3, $4, core.clock(), core.clock()
        from core.event_handlers as handler
        where handler.name = $1 and handler.seen_at > core.clock() - {EventHandlers.Patience}
        """;

    public async Task PublishAsync<TEvent>(TEvent message, string? orderKey, CancellationToken cancellationToken)
        where TEvent : class
    {
        var published = module.Events.FirstOrDefault(declared => declared.Type == typeof(TEvent)) ?? throw new InvalidOperationException(
            $"Module '{module.Manifest.Id}' has no event of type {typeof(TEvent).Name}. Declare it with AddEvent<{typeof(TEvent).Name}>(\"{module.Manifest.Id}.…\", 1).");
        if (database.Company is null)
        {
            throw new InvalidOperationException($"Event {published.Name} happens in a company, and this work has none.");
        }

        if (orderKey is { Length: 0 or > LongestOrderKey })
        {
            throw new ArgumentException($"The order key of an event has 1 to {LongestOrderKey} characters. Use the id of what it happened to.", nameof(orderKey));
        }

        var json = JsonSerializer.Serialize(message, published.Json);
        if (Encoding.UTF8.GetByteCount(json) > MostBytes)
        {
            throw new InvalidOperationException($"Event {published.Name} is larger than 64 KiB. Put ids into it, not contents.");
        }

        await database.CreateHostBatch()
            .Add(
                Insert,
                Sql.Value(published.Name.Job),
                Sql.Value(Guid.CreateVersion7().ToString()),
                Sql.Value(json),
                Sql.Optional(orderKey is null ? null : $"{module.Manifest.Id}/{orderKey}"))
            .ExecuteAsync(cancellationToken);
        signal.RaiseAfter(database);
    }
}
