using DrAivBot.Company.OrgChart;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Invitations;

/// <summary>One invitation, which can be taken back while it is active.</summary>
internal sealed class InvitationCardScreen(IInvitations invitations) : IScreen<InvitationCardPlace>, IAction<RevokeInvitation>
{
    public async Task<Reply> ShowAsync(ITurn turn, InvitationCardPlace place, CancellationToken cancellationToken)
    {
        if (await invitations.FindAsync(place.Id, cancellationToken) is not { } invitation)
        {
            return Reply.NotFound;
        }

        var screen = new Screen { Body = Body(turn, invitation) };
        if (invitation.State == InvitationState.Active)
        {
            screen = screen.WithRow(Button.To(turn.Text.Get("company.card.revoke"), new RevokeInvitation(invitation.Id)));
        }

        return Reply.Show(screen.WithRow(Button.To(
            turn.Text.Get("company.card.post", ("number", invitation.Position.Number)), new PositionPlace(invitation.Position.Id))));
    }

    public async Task<Reply> ActAsync(ITurn turn, RevokeInvitation press, CancellationToken cancellationToken) =>
        await invitations.RevokeAsync(press.Id, cancellationToken) is { } invitation
            ? Reply.Stay.WithToast(turn.Text.Get(invitation.State == InvitationState.Revoked ? "company.card.revoked" : "company.card.over"))
            : Reply.NotFound;

    private static Markup Body(ITurn turn, Invitation invitation) => Markup.Paragraphs(
        turn.Text.GetMarkup("company.card.title", ("post", InvitationText.Post(invitation.Position))),
        Markup.Lines(
            State(turn, invitation),
            turn.Text.GetMarkup(
                "company.card.made", ("name", invitation.InvitedBy.Name), ("at", InvitationText.Instant(turn, invitation.CreatedAt))),
            invitation is { DeclinedAt: { } declined, State: InvitationState.Active }
                ? turn.Text.GetMarkup("company.card.declined", ("at", InvitationText.Instant(turn, declined)))
                : Markup.Empty),
        invitation.State != InvitationState.Active ? Markup.Empty
            : turn.Text.GetMarkup(invitation.Position.IsVacant ? "company.card.lost" : "company.card.filled"));

    private static Markup State(ITurn turn, Invitation invitation)
    {
        var icon = InvitationText.Icon(invitation.State);
        return invitation.State switch
        {
            InvitationState.Active => turn.Text.GetMarkup(
                "company.card.active", ("icon", icon), ("until", InvitationText.Instant(turn, invitation.ExpiresAt))),
            InvitationState.Used => turn.Text.GetMarkup(
                "company.card.used", ("icon", icon), ("name", invitation.UsedBy!.Name), ("at", InvitationText.Instant(turn, invitation.EndedAt!.Value))),
            InvitationState.Expired => turn.Text.GetMarkup(
                "company.card.expired", ("icon", icon), ("until", InvitationText.Instant(turn, invitation.ExpiresAt))),
            _ => turn.Text.GetMarkup("company.card.taken_back", ("icon", icon)),
        };
    }
}

/// <summary>One invitation.</summary>
/// <param name="Id">One that the person may see; any other is not found.</param>
[Callback("invcard")]
internal readonly record struct InvitationCardPlace(InvitationId Id);

/// <summary>Takes an invitation back.</summary>
/// <param name="Id">One that the person may see.</param>
[Callback("revoke")]
internal readonly record struct RevokeInvitation(InvitationId Id);
