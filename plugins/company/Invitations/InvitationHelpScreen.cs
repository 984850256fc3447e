using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Invitations;

internal sealed class InvitationHelpScreen : IScreen<InvitationHelpPlace>
{
    public Task<Reply> ShowAsync(ITurn turn, InvitationHelpPlace place, CancellationToken cancellationToken)
    {
        var screen = new Screen { Body = turn.Text.GetMarkup("company.invitation.help") };
        return Task.FromResult(Reply.Show(screen));
    }
}

/// <summary>What an invitation is and how to use it.</summary>
[Callback("invhelp")]
internal readonly record struct InvitationHelpPlace;
