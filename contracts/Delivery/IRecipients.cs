namespace DrAivBot.Delivery;

/// <summary>
/// Finds people, positions, departments and divisions to address. A core service, injected into handlers and jobs; it sees
/// the company of the work only. Implemented by the host; grows by new members.
/// </summary>
public interface IRecipients
{
    /// <summary>Those of one kind whose name holds some letters.</summary>
    /// <param name="query">Which, and which part of the list.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>People by name, positions and units by number; empty for a guest and for kinds that have no list.</returns>
    Task<RecipientPage> SearchAsync(RecipientQuery query, CancellationToken cancellationToken);

    /// <summary>Names recipients, in one round trip.</summary>
    /// <param name="recipients">Any; roles have no name and are left out.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Those that the company has now, in the order given: who left and what was archived is not among them.</returns>
    Task<IReadOnlyList<NamedRecipient>> FindAsync(IReadOnlyList<Recipient> recipients, CancellationToken cancellationToken);
}
