using DrAivBot.Delivery;
using DrAivBot.Organisation;
using DrAivBot.Screens;

namespace DrAivBot.Company.Tests;

/// <summary>Invitations of a person who may invite, has made none, and opens links that nobody made.</summary>
internal sealed class PaperInvitations : IInvitations
{
    private static readonly InvitationOffer Nothing = new() { State = OfferState.Unknown };

    public Task<bool> MayInviteAsync(PositionId position, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<InvitationIssue> IssueAsync(PositionId position, int days, CancellationToken cancellationToken) =>
        Task.FromResult(new InvitationIssue { Result = InvitationIssueResult.NotFound });

    public Task<Page<Invitation>> ListAsync(int page, CancellationToken cancellationToken) =>
        Task.FromResult(new Page<Invitation> { Items = [], Number = 0, Count = 1 });

    public Task<Invitation?> FindAsync(InvitationId invitation, CancellationToken cancellationToken) => Task.FromResult<Invitation?>(null);

    public Task<Invitation?> RevokeAsync(InvitationId invitation, CancellationToken cancellationToken) => Task.FromResult<Invitation?>(null);

    public Task<InvitationOffer> OpenAsync(string key, Func<InvitationOffer, Notification> tellInviter, CancellationToken cancellationToken) =>
        Task.FromResult(Nothing);

    public Task<InvitationOffer> AcceptAsync(
        string key, string? consentVersion, Func<InvitationOffer, Notification> tellInviter, CancellationToken cancellationToken) => Task.FromResult(Nothing);

    public Task<InvitationOffer> DeclineAsync(string key, Func<InvitationOffer, Notification> tellInviter, CancellationToken cancellationToken) =>
        Task.FromResult(Nothing);
}
