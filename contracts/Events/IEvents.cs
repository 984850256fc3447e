namespace DrAivBot.Events;

/// <summary>
/// Tells other modules what happened, without knowing them. A core service, injected into handlers, jobs and scoped
/// services. Implemented by the host; grows by new members.
/// </summary>
public interface IEvents
{
    /// <summary>
    /// Publishes an event in the transaction of the work: when it commits, every module with a handler for the name and
    /// version gets the event in the same company, at least once. Modules that are switched off get it when they are back
    /// within 7 days; nobody at all is no error. Without a company this throws <see cref="InvalidOperationException"/>.
    /// </summary>
    /// <typeparam name="TEvent">An event declared with <see cref="IModuleBuilder.AddEvent{TEvent}"/>.</typeparam>
    /// <param name="message">What happened; at most 64 KiB as JSON.</param>
    /// <param name="orderKey">
    /// What it happened to, at most 100 characters: a module handles the events of one publisher with one key in the order in which
    /// they were published, whatever their names, and one that fails holds up those behind it until it is done or set
    /// aside. Transactions that publish for the same key side by side have no order: lock the row of what it happened to.
    /// Null: in any order.
    /// </param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>When it is part of the transaction.</returns>
    Task PublishAsync<TEvent>(TEvent message, string? orderKey, CancellationToken cancellationToken)
        where TEvent : class;

    /// <summary>
    /// Whether a module that is there now, and that the company of the work has not switched off, handles an event: what
    /// leads to nothing without one need not be offered. Publish all the same where it is no matter of an offer.
    /// </summary>
    /// <typeparam name="TEvent">An event declared with <see cref="IModuleBuilder.AddEvent{TEvent}"/>; another throws <see cref="InvalidOperationException"/>.</typeparam>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Whether there is one; false for work without a company.</returns>
    Task<bool> IsHandledAsync<TEvent>(CancellationToken cancellationToken)
        where TEvent : class;
}
