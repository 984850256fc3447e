using System.Text;
using System.Text.Json;
using DrAivBot.Events;
using DrAivBot.Host.Database;
using DrAivBot.Host.Jobs;
using DrAivBot.Host.Modules;

namespace DrAivBot.Host.Events;

/// <summary>Publishes events of one module in the transaction of its work.</summary>
internal sealed class ModuleEvents(TurnDatabase database, LoadedModule module, JobSignal signal, ModuleCatalogue modules) : IEvents
{
    private const int LongestOrderKey = 100;
    private const int MostBytes = 64 * 1024;

    private readonly EventOutbox _outbox = new(database, signal);

    public async Task PublishAsync<TEvent>(TEvent message, string? orderKey, CancellationToken cancellationToken)
        where TEvent : class
    {
        var published = Find<TEvent>();
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

        await _outbox.WriteAsync(published.Name, json, orderKey is null ? null : $"{module.Manifest.Id}/{orderKey}", cancellationToken);
    }

    public async Task<bool> IsHandledAsync<TEvent>(CancellationToken cancellationToken)
        where TEvent : class
    {
        var job = Find<TEvent>().Name.Job;
        string[] handlers = [.. modules.Routes.Jobs.Where(handler => handler.Event is not null && handler.Id == job).Select(handler => handler.Module.Manifest.Id)];
        return handlers.Length > 0 && database.Company is not null && await _outbox.IsAnyOnAsync(handlers, cancellationToken);
    }

    private EventRegistration Find<TEvent>() => module.Events.FirstOrDefault(declared => declared.Type == typeof(TEvent)) ?? throw new InvalidOperationException(
        $"Module '{module.Manifest.Id}' has no event of type {typeof(TEvent).Name}. Declare it with AddEvent<{typeof(TEvent).Name}>(\"{module.Manifest.Id}.…\", 1).");
}
