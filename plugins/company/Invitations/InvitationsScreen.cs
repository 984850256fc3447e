using DrAivBot.Company.OrgChart;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Invitations;

internal sealed class InvitationsScreen(IInvitations invitations) : IScreen<InvitationsPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, InvitationsPlace place, CancellationToken cancellationToken)
    {
        var page = await invitations.ListAsync(place.Page, cancellationToken);
        var body = page.Items.Count == 0 ? "company.invitations.none" : "company.invitations.title";
        var screen = new Screen { Body = turn.Text.GetMarkup(body) }
            .WithPage(page, invitation => Row(turn, invitation), number => new InvitationsPlace(number));
        return Reply.Show(screen.WithRow(Button.To(turn.Text.Get("company.invitations.more"), new ChartPlace())));
    }

    private static Button Row(ITurn turn, Invitation invitation)
    {
        var icon = InvitationText.Icon(invitation.State);
        var end = invitation.State switch
        {
            InvitationState.Active => turn.Text.Get("company.invitations.until", ("until", InvitationText.Instant(turn, invitation.ExpiresAt))),
            InvitationState.Used => invitation.UsedBy!.Name,
            InvitationState.Expired => turn.Text.Get("company.invitations.expired"),
            _ => turn.Text.Get("company.invitations.revoked"),
        };
        return Button.To($"{icon} {InvitationText.Post(invitation.Position)} · {end}", new InvitationCardPlace(invitation.Id));
    }
}

/// <summary>The invitations the person may see.</summary>
/// <param name="Page">Counted from 0.</param>
[Callback("invs")]
internal readonly record struct InvitationsPlace(int Page);
