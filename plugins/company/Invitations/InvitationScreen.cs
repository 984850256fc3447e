using DrAivBot.Company.Registration;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Invitations;

/// <summary>No company has issued an invitation yet, so that no code can be a live one.</summary>
internal sealed class InvitationScreen : IScreen<InvitationPlace>
{
    public Task<Reply> ShowAsync(ITurn turn, InvitationPlace place, CancellationToken cancellationToken)
    {
        var screen = new Screen { Body = turn.Text.GetMarkup("company.invitation.gone") };
        return Task.FromResult(Reply.Show(turn.Member is null
            ? screen.WithRow(Button.To(turn.Text.Get("company.menu.create"), new StartRegistrationPlace(Sure: false)))
            : screen));
    }
}

/// <summary>What an invitation's link opens.</summary>
/// <param name="Code">What followed the prefix of the link, untrusted.</param>
[Callback("inv")]
internal readonly record struct InvitationPlace(string Code);
