namespace DrAivBot.Organisation;

/// <summary>
/// Who owns the company: position 21 changes hands here and nowhere else. A core service for turns. Implemented by the
/// host; grows by new members.
/// </summary>
public interface IOwnership
{
    /// <summary>The open offer, as far as the acting person is one of its two sides.</summary>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Null when there is none, when it has lapsed, and for everybody else.</returns>
    Task<OwnershipOffer?> FindOfferAsync(CancellationToken cancellationToken);

    /// <summary>The owner offers the company to a member, which is the owner's confirmation.</summary>
    /// <param name="person">The member.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Done with the offer, Forbidden, BadPerson or AlreadyOffered.</returns>
    Task<OwnershipResult> OfferAsync(UserId person, CancellationToken cancellationToken);

    /// <summary>
    /// The other side accepts within 24 hours: they hold position 21 and whatever the owner held for the time being. The
    /// former owner stays a member with their other positions.
    /// </summary>
    /// <param name="offer">The offer.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Done, NotFound or Expired.</returns>
    Task<OwnershipResult> AcceptAsync(OwnershipOfferId offer, CancellationToken cancellationToken);

    /// <summary>Either side closes the offer: the owner takes it back, the other declines.</summary>
    /// <param name="offer">The offer.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Done with the offer, or NotFound.</returns>
    Task<OwnershipResult> CloseAsync(OwnershipOfferId offer, CancellationToken cancellationToken);
}
