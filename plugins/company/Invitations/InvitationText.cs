using DrAivBot.Delivery;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.Invitations;

/// <summary>How invitations and what becomes of them are said, to both sides.</summary>
internal static class InvitationText
{
    /// <summary>For example «30 ноября, 12:00», where the viewer is.</summary>
    public static string Instant(ITurn turn, DateTimeOffset at) => turn.Text.FormatInstant(at, turn.StartedAt);

    public static string Post(Position position) => $"{position.Number} · {position.Name}";

    public static string Icon(InvitationState state) => state switch
    {
        InvitationState.Active => "🟢",
        InvitationState.Used => "🤝",
        InvitationState.Expired => "⌛",
        _ => "🚫",
    };

    /// <summary>What the person hears whose link does not open any more, or not for them.</summary>
    public static Markup Refusal(ITurn turn, InvitationOffer offer)
    {
        var key = offer.State switch
        {
            OfferState.Used => "company.offer.used",
            OfferState.Expired => "company.offer.expired",
            OfferState.Revoked => "company.offer.revoked",
            OfferState.PostFilled => "company.offer.filled",
            OfferState.Own => "company.offer.own",
            OfferState.Held => "company.offer.held",
            _ => "company.offer.unknown",
        };
        return turn.Text.GetMarkup(key, ("company", offer.CompanyName), ("post", offer.Position is { } post ? Post(post) : null));
    }

    /// <summary>What the inviter hears of somebody who opened the link.</summary>
    public static Func<InvitationOffer, Notification> TellInviter(ITurn turn)
    {
        var name = turn.User.Name;
        return offer => new()
        {
            Body = text => text.GetMarkup(
                offer.State switch
                {
                    OfferState.Joined => "company.invited.joined",
                    OfferState.Declined => "company.invited.declined",
                    _ => "company.invited.filled",
                },
                ("name", name),
                ("post", PostFor(text, offer.Position!))),
        };
    }

    private static string PostFor(IText text, Position position) =>
        text.Get("company.invited.post", ("number", position.Number), ("name", position.NameIn(text.Culture)));
}
