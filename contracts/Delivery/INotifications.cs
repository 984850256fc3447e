namespace DrAivBot.Delivery;

/// <summary>
/// Tells members of the company something that they did not just ask for. A core service for turns, jobs and event
/// handlers: what is sent commits with the work that sends it, or not at all. Implemented by the host; grows by new members.
/// </summary>
public interface INotifications
{
    /// <summary>Sends a notification.</summary>
    /// <param name="recipient">Whom to tell, within the company of the work; nobody is no error.</param>
    /// <param name="notification">What to say, and when it may disturb.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Under which its receipts are found.</returns>
    /// <exception cref="InvalidOperationException">The work has no company, or the button carries what no screen of the module draws.</exception>
    Task<NotificationId> NotifyAsync(Recipient recipient, Notification notification, CancellationToken cancellationToken);

    /// <summary>What became of a notification, by person.</summary>
    /// <param name="notification">One that this module sent in this company.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Empty for one of another module or company, and when there was nobody to tell.</returns>
    Task<IReadOnlyList<Receipt>> ListReceiptsAsync(NotificationId notification, CancellationToken cancellationToken);
}
