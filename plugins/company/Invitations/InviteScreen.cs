using DrAivBot.Company.OrgChart;
using DrAivBot.Delivery;
using DrAivBot.Organisation;
using DrAivBot.Reports;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Invitations;

/// <summary>Asks how long an invitation shall live, and makes it: link and QR picture come as one message to be forwarded.</summary>
internal sealed class InviteScreen(IInvitations invitations, IOrganisation organisation, IQrCodes codes) : IScreen<InvitePlace>, IAction<IssueInvitation>
{
    public async Task<Reply> ShowAsync(ITurn turn, InvitePlace place, CancellationToken cancellationToken)
    {
        if (!await invitations.MayInviteAsync(place.Position, cancellationToken)
            || await organisation.FindPositionAsync(place.Position, cancellationToken) is not { } card)
        {
            return Reply.NotFound;
        }

        var screen = new Screen { Body = turn.Text.GetMarkup("company.invite.title", ("post", InvitationText.Post(card.Position))) };
        return Reply.Show(screen
            .WithRow(Button.To(
                turn.Text.Get("company.invite.default", ("count", InvitationLink.DefaultLife)),
                new IssueInvitation(place.Position, InvitationLink.DefaultLife)))
            .WithRow([.. InvitationLink.Lives.Where(days => days != InvitationLink.DefaultLife)
                .Select(days => Button.To(turn.Text.Get("company.invite.days", ("count", days)), new IssueInvitation(place.Position, days)))]));
    }

    public async Task<Reply> ActAsync(ITurn turn, IssueInvitation press, CancellationToken cancellationToken)
    {
        if (!InvitationLink.Lives.Contains(press.Days))
        {
            return Reply.NotFound;
        }

        var issue = await invitations.IssueAsync(press.Position, press.Days, cancellationToken);
        return issue.Result switch
        {
            InvitationIssueResult.Issued => Show(turn, issue),
            InvitationIssueResult.PostFilled => Reply.GoTo(new PositionPlace(press.Position)).WithToast(turn.Text.Get("company.invite.filled")),
            InvitationIssueResult.TooMany => Reply.Stay.WithToast(turn.Text.Get("company.invite.too_many", ("count", InvitationLink.MaxActive))),
            _ => Reply.NotFound,
        };
    }

    private Reply Show(ITurn turn, InvitationIssue issue)
    {
        var (post, until, link) = (InvitationText.Post(issue.Position!), InvitationText.Instant(turn, issue.ExpiresAt!.Value), issue.Link!);
        var picture = new Attachment
        {
            Name = "invitation.png",
            Content = codes.Draw(link.AbsoluteUri),
            IsPhoto = true,
            Caption = turn.Text.GetMarkup(
                "company.invite.caption", ("company", turn.Member!.CompanyName), ("post", post), ("until", until), ("link", link.AbsoluteUri)),
        };
        var share = new Uri("https://t.me/share/url?url=" + Uri.EscapeDataString(link.AbsoluteUri));
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup("company.invite.done", ("post", post), ("until", until)),
                issue.HasReplaced ? turn.Text.GetMarkup("company.invite.replaced") : Markup.Empty),
        };
        return Reply.Show(screen
            .WithRow(Button.ToLink(turn.Text.Get("company.invite.share"), share))
            .WithRow(Button.To(turn.Text.Get("company.invite.list"), new InvitationsPlace(0)))).WithFiles(picture);
    }
}

/// <summary>Where an invitation to a post is made.</summary>
/// <param name="Position">The post; one that the person may not fill is not found.</param>
[Callback("invite")]
internal readonly record struct InvitePlace(PositionId Position);

/// <summary>Makes an invitation.</summary>
/// <param name="Position">The post.</param>
/// <param name="Days">How long it lives.</param>
[Callback("issue")]
internal readonly record struct IssueInvitation(PositionId Position, int Days);
