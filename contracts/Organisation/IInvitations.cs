using DrAivBot.Delivery;
using DrAivBot.Screens;

namespace DrAivBot.Organisation;

/// <summary>
/// Invitations to posts: those who may fill a post make a link for it, and whoever opens it first joins. A core service,
/// injected into handlers. Rights are checked on every call: the owner invites for any post but 21, the holder of 19 too,
/// the head of a unit within it and below themselves, the head of department 1 for any but 19 to 21. Implemented by the
/// host; grows by new members.
/// </summary>
public interface IInvitations
{
    /// <summary>Whether the person of the turn may invite for a post of their company.</summary>
    /// <param name="position">The post.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>False also for a post that does not exist or that somebody holds for good.</returns>
    Task<bool> MayInviteAsync(PositionId position, CancellationToken cancellationToken);

    /// <summary>Makes an invitation that opens once. An active one for the same post is taken back: a post has one link at a time.</summary>
    /// <param name="position">The post.</param>
    /// <param name="days">How long it lives, one of <see cref="InvitationLink.Lives"/>.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>What came of it, with the link.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The days are none of those.</exception>
    Task<InvitationIssue> IssueAsync(PositionId position, int days, CancellationToken cancellationToken);

    /// <summary>The invitations for posts that the person may fill, and their own; the latest first.</summary>
    /// <param name="page">Counted from 0; beyond the ends, the nearest.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>A page of <see cref="Page.DefaultSize"/>.</returns>
    Task<Page<Invitation>> ListAsync(int page, CancellationToken cancellationToken);

    /// <summary>One of those that <see cref="ListAsync"/> lists.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Null for any other.</returns>
    Task<Invitation?> FindAsync(InvitationId invitation, CancellationToken cancellationToken);

    /// <summary>Takes an invitation back.</summary>
    /// <param name="invitation">One of those that <see cref="ListAsync"/> lists.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>The invitation as it is now; one that was no longer active is left as it was. Null for any other.</returns>
    Task<Invitation?> RevokeAsync(InvitationId invitation, CancellationToken cancellationToken);

    /// <summary>
    /// What a link offers the person of the turn, whatever company they are in, if any. Changes nothing, but an inviter
    /// whose post was filled meanwhile is told so, once a person who comes.
    /// </summary>
    /// <param name="key">See <see cref="InvitationLink.KeyOf"/>.</param>
    /// <param name="tellInviter">What to tell the inviter, in the name of the module; not called when there is nothing to tell.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>The offer, or what became of it.</returns>
    Task<InvitationOffer> OpenAsync(string key, Func<InvitationOffer, Notification> tellInviter, CancellationToken cancellationToken);

    /// <summary>
    /// Joins by a link, if it still offers that: the person becomes a member and holds the post, a temporary holding of
    /// it ends, the inviter is told, and the company becomes the active one. Of several people at once, one joins.
    /// </summary>
    /// <param name="key">See <see cref="InvitationLink.KeyOf"/>.</param>
    /// <param name="consentVersion">
    /// To which text the person has just consented that the company processes their data, 1 to 100 characters; kept with the
    /// consent. Null when they have not: then only members gain a post.
    /// </param>
    /// <param name="tellInviter">What to tell the inviter; called when the person joined, or could not because the post is filled.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>With <see cref="OfferState.Joined"/>, or why not; <see cref="OfferState.Open"/> when only the consent is missing.</returns>
    Task<InvitationOffer> AcceptAsync(string key, string? consentVersion, Func<InvitationOffer, Notification> tellInviter, CancellationToken cancellationToken);

    /// <summary>Says no to a link. It stays active for others, because it may have reached the wrong person first; the inviter is told once a person.</summary>
    /// <param name="key">See <see cref="InvitationLink.KeyOf"/>.</param>
    /// <param name="tellInviter">What to tell the inviter.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>With <see cref="OfferState.Declined"/>, or why there was nothing to decline.</returns>
    Task<InvitationOffer> DeclineAsync(string key, Func<InvitationOffer, Notification> tellInviter, CancellationToken cancellationToken);
}
