namespace DrAivBot.Organisation;

/// <summary>
/// The company's audit: who did what, from which position, what was and what is. A core service for turns, jobs and event
/// handlers; a line commits with the work that writes it, or not at all, and is never changed afterwards. Acts of core
/// services are written there by themselves. Implemented by the host; grows by new members.
/// </summary>
public interface IAudit
{
    /// <summary>Writes a line, with the acting person and the instant of the work.</summary>
    /// <param name="entry">What was done, or refused.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>When it is part of the transaction.</returns>
    /// <exception cref="InvalidOperationException">The work has no company.</exception>
    Task NoteAsync(AuditEntry entry, CancellationToken cancellationToken);
}
