using DrAivBot.Jobs;

namespace DrAivBot.Events;

/// <summary>
/// Handles an event of another module in a transaction of its own, in the company where it happened. It runs and fails
/// like an <see cref="IJob{TPayload}"/>: at least once, its effects in the database once. Created by the module's
/// container for each event.
/// </summary>
/// <typeparam name="TEvent">The handler's own type of the event; names and meaning are agreed in words, by name and version.</typeparam>
public interface IEventHandler<in TEvent>
    where TEvent : class
{
    /// <summary>Handles one event.</summary>
    /// <param name="delivery">Where it comes from, and the key to recognise it by.</param>
    /// <param name="message">What happened.</param>
    /// <param name="cancellationToken">Cancelled after 10 seconds or when the host stops.</param>
    /// <returns>How it ended, as of a job.</returns>
    Task<JobResult> HandleAsync(EventDelivery delivery, TEvent message, CancellationToken cancellationToken);
}
