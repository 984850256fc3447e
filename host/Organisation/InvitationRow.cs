using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>An invitation as stored, with its post.</summary>
internal sealed record InvitationRow
{
    public required InvitationId Id { get; init; }

    public required PositionRow Position { get; init; }

    public required bool IsPositionArchived { get; init; }

    public required Holder InvitedBy { get; init; }

    public required bool HasInviterLeft { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required bool IsExpired { get; init; }

    public Holder? UsedBy { get; init; }

    public DateTimeOffset? UsedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public DateTimeOffset? DeclinedAt { get; init; }

    public required string CompanyName { get; init; }

    /// <summary>IANA name.</summary>
    public required string CompanyTimeZone { get; init; }

    /// <summary>Whether the person who asks is a member of its company.</summary>
    public required bool IsAskedByMember { get; init; }

    public InvitationState State => UsedAt is not null ? InvitationState.Used
        : RevokedAt is not null || HasInviterLeft ? InvitationState.Revoked
        : IsExpired ? InvitationState.Expired
        : InvitationState.Active;

    /// <summary>What its link is worth to somebody.</summary>
    public OfferState OfferTo(UserId user) => State switch
    {
        InvitationState.Used => UsedBy?.UserId == user && IsHeldBy(user) ? OfferState.Held : OfferState.Used,
        InvitationState.Revoked => OfferState.Revoked,
        InvitationState.Expired => OfferState.Expired,
        _ when IsHeldBy(user) => OfferState.Held,
        _ when InvitedBy.UserId == user => OfferState.Own,
        _ when IsPositionArchived || Position.Holder is { IsTemporary: false } => OfferState.PostFilled,
        _ => OfferState.Open,
    };

    private bool IsHeldBy(UserId user) => Position.Holder is { IsTemporary: false } holder && holder.UserId == user;
}
