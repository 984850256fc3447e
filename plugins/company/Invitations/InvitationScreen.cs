using DrAivBot.Company.OrgChart;
using DrAivBot.Company.Registration;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.Invitations;

/// <summary>What a link opens: the offer with «Accept» and «Decline», or why it opens nothing.</summary>
internal sealed class InvitationScreen(IInvitations invitations)
    : IScreen<InvitationPlace>, IScreen<ConsentPlace>, IAction<AcceptInvitation>, IAction<DeclineInvitation>
{
    public async Task<Reply> ShowAsync(ITurn turn, InvitationPlace place, CancellationToken cancellationToken)
    {
        var offer = await invitations.OpenAsync(place.Key, InvitationText.TellInviter(turn), cancellationToken);
        if (offer.State != OfferState.Open)
        {
            return Refuse(turn, offer);
        }

        var accept = turn.Text.Get("company.offer.accept");
        var screen = new Screen { Body = Body(turn, offer) };
        return Reply.Show(screen.WithRow(
            offer.NeedsConsent ? Button.To(accept, new ConsentPlace(place.Key)) : Button.To(accept, new AcceptInvitation(place.Key, Consents: false)),
            Button.To(turn.Text.Get("company.offer.decline"), new DeclineInvitation(place.Key))));
    }

    public async Task<Reply> ShowAsync(ITurn turn, ConsentPlace place, CancellationToken cancellationToken)
    {
        var offer = await invitations.OpenAsync(place.Key, InvitationText.TellInviter(turn), cancellationToken);
        if (offer.State != OfferState.Open)
        {
            return Refuse(turn, offer);
        }

        var screen = new Screen { Body = ConsentText.Body(turn.Text, offer.CompanyName) };
        return Reply.Show(screen
            .WithRow(Button.To(turn.Text.Get("company.consent.yes"), new AcceptInvitation(place.Key, Consents: true)))
            .WithRow(Button.To(turn.Text.Get("company.consent.no"), new DeclineInvitation(place.Key))));
    }

    public async Task<Reply> ActAsync(ITurn turn, AcceptInvitation press, CancellationToken cancellationToken)
    {
        var offer = await invitations.AcceptAsync(press.Key, press.Consents ? ConsentText.Version(turn.Text) : null, InvitationText.TellInviter(turn), cancellationToken);
        return offer.State switch
        {
            OfferState.Joined => Reply.GoTo(new JoinedPlace(offer.Position!.Id)),
            OfferState.Open => Reply.GoTo(new ConsentPlace(press.Key)),
            _ => Refuse(turn, offer),
        };
    }

    public async Task<Reply> ActAsync(ITurn turn, DeclineInvitation press, CancellationToken cancellationToken)
    {
        var offer = await invitations.DeclineAsync(press.Key, InvitationText.TellInviter(turn), cancellationToken);
        return offer.State == OfferState.Declined
            ? Reply.Show(new() { Body = turn.Text.GetMarkup("company.offer.declined", ("company", offer.CompanyName)) })
            : Refuse(turn, offer);
    }

    private static Reply Refuse(ITurn turn, InvitationOffer offer)
    {
        var screen = new Screen { Body = InvitationText.Refusal(turn, offer) };
        return Reply.Show((offer.State, turn.Member) switch
        {
            (OfferState.Held, not null) => screen.WithRow(Button.To(turn.Text.Get("company.menu.posts"), new MyPostsPlace(0))),
            (_, null) => screen.WithRow(Button.To(turn.Text.Get("company.menu.create"), new StartRegistrationPlace(Sure: false))),
            _ => screen,
        });
    }

    private static Markup Body(ITurn turn, InvitationOffer offer) => Markup.Paragraphs(
        turn.Text.GetMarkup("company.offer.title", ("company", offer.CompanyName)),
        turn.Text.GetMarkup(
            "company.offer.body",
            ("post", InvitationText.Post(offer.Position!)),
            ("inviter", offer.InvitedBy!.Name),
            ("until", turn.Text.WithTimeZone(offer.TimeZone).FormatInstant(offer.ExpiresAt!.Value, turn.StartedAt))));
}

/// <summary>What an invitation's link opens.</summary>
/// <param name="Key">What may be remembered of the link's code (<see cref="InvitationLink.KeyOf"/>), untrusted.</param>
[Callback("inv")]
internal readonly record struct InvitationPlace(string Key);

/// <summary>Asks for the consent to the processing of personal data.</summary>
/// <param name="Key">As in <see cref="InvitationPlace"/>.</param>
[Callback("consent")]
internal readonly record struct ConsentPlace(string Key);

/// <summary>Joins.</summary>
/// <param name="Key">As in <see cref="InvitationPlace"/>.</param>
/// <param name="Consents">Whether the button said so.</param>
[Callback("accept")]
internal readonly record struct AcceptInvitation(string Key, bool Consents);

/// <summary>Says no.</summary>
/// <param name="Key">As in <see cref="InvitationPlace"/>.</param>
[Callback("decline")]
internal readonly record struct DeclineInvitation(string Key);
