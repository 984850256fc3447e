using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DrAivBot.Delivery;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Organisation;

/// <summary>Invitations of the company that work happens in, and links that lead into any.</summary>
/// <param name="work">Who invites, opens or joins, and in which company; joining enters another.</param>
/// <param name="links">Writes the links.</param>
/// <param name="notify">Notifications of the module in a company.</param>
internal sealed class TurnInvitations(OrganisationWork work, IDeepLinks links, Func<CompanyId, INotifications> notify) : IInvitations
{
    private const int TokenBytes = 32;

    private readonly InvitationTable _table = new(work.Database);
    private readonly PostTable _posts = new(work);
    private readonly ActingDesk _desk = new(work);
    private readonly JoiningTable _joining = new(work.Database);

    private JoiningPerson Person => work.Acting.User is { } user
        ? new(user, work.Acting.UserName!, work.Acting.StartedAt)
        : throw new InvalidOperationException("Invitations are made and used by people: do it in a turn, not in a job.");

    public async Task<bool> MayInviteAsync(PositionId position, CancellationToken cancellationToken) =>
        work.Company is not null
        && await _posts.FindAsync(position, cancellationToken) is { } post
        && (await _desk.FindRightsAsync(Person.Id, cancellationToken)).MayInvite(post);

    public async Task<InvitationIssue> IssueAsync(PositionId position, int days, CancellationToken cancellationToken)
    {
        if (!InvitationLink.Lives.Contains(days))
        {
            throw new ArgumentOutOfRangeException(nameof(days), days, $"An invitation lives {string.Join(", ", InvitationLink.Lives)} days.");
        }

        if (work.Company is null || await _posts.LockAsync(position, cancellationToken) is not { } post)
        {
            return new() { Result = InvitationIssueResult.NotFound };
        }

        var rights = await _desk.FindRightsAsync(Person.Id, cancellationToken);
        if (!rights.Fillable.Covers(post))
        {
            await _desk.DenyAsync("invitation.issue", post.Number.ToString(CultureInfo.InvariantCulture), cancellationToken);
            return new() { Result = InvitationIssueResult.NotFound };
        }

        if (!rights.MayInvite(post))
        {
            return new() { Result = InvitationIssueResult.PostFilled, Position = work.Names.Position(post) };
        }

        return await _table.CountOthersAsync(position, cancellationToken) >= InvitationLink.MaxActive
            ? new() { Result = InvitationIssueResult.TooMany, Position = work.Names.Position(post) }
            : await IssueAsync(post, days, cancellationToken);
    }

    public async Task<Page<Invitation>> ListAsync(int page, CancellationToken cancellationToken)
    {
        if (work.Company is null)
        {
            return new() { Items = [], Number = 0, Count = 1 };
        }

        var scope = (await _desk.FindRightsAsync(Person.Id, cancellationToken)).Fillable;
        var rows = await _table.ListAsync(Person.Id, scope, page, cancellationToken);
        return new() { Items = [.. rows.Items.Select(Show)], Number = rows.Number, Count = rows.Count };
    }

    public async Task<Invitation?> FindAsync(InvitationId invitation, CancellationToken cancellationToken)
    {
        if (work.Company is null)
        {
            return null;
        }

        var scope = (await _desk.FindRightsAsync(Person.Id, cancellationToken)).Fillable;
        return await _table.FindAsync(Person.Id, scope, invitation, cancellationToken) is { } row ? Show(row) : null;
    }

    public async Task<Invitation?> RevokeAsync(InvitationId invitation, CancellationToken cancellationToken)
    {
        if (await FindAsync(invitation, cancellationToken) is not { } found || !await _table.RevokeAsync(invitation, Person.Id, cancellationToken))
        {
            return await FindAsync(invitation, cancellationToken);
        }

        await _joining.AuditAsync("invitation.revoked", invitation, found.Position.Id, Person, cancellationToken);
        return await FindAsync(invitation, cancellationToken);
    }

    public Task<InvitationOffer> OpenAsync(string key, Func<InvitationOffer, Notification> tellInviter, CancellationToken cancellationToken) =>
        WithinAsync(key, locks: false, async (company, row) =>
        {
            var offer = Offer(row);
            if (offer.State == OfferState.PostFilled)
            {
                await TellAsync(company, row, offer, tellInviter, cancellationToken);
            }

            return offer;
        }, cancellationToken);

    public async Task<InvitationOffer> AcceptAsync(
        string key, string? consentVersion, Func<InvitationOffer, Notification> tellInviter, CancellationToken cancellationToken)
    {
        EnteredCompany? entered = null;
        var answer = await WithinAsync(key, locks: true, async (company, row) =>
        {
            var offer = Offer(row);
            if (offer.State == OfferState.PostFilled)
            {
                await _joining.AuditAsync("invitation.refused", row.Id, row.Position.Id, Person, cancellationToken);
                await TellAsync(company, row, offer, tellInviter, cancellationToken);
            }

            if (offer.State != OfferState.Open || (offer.NeedsConsent && consentVersion is null))
            {
                return offer;
            }

            await _joining.JoinAsync(row, Person, consentVersion, cancellationToken);
            await _joining.AuditAsync("invitation.used", row.Id, row.Position.Id, Person, cancellationToken);
            await work.Events.PublishAsync(new PositionAssigned { Position = row.Position.Id, User = Person.Id }, cancellationToken);
            offer = offer with { State = OfferState.Joined, NeedsConsent = false };
            await TellAsync(company, row, offer, tellInviter, cancellationToken);
            entered = await _joining.FindMembershipAsync(Person.Id, company, cancellationToken);
            return offer;
        }, cancellationToken);
        if (entered is not null)
        {
            work.Active.Enter(entered);
            await work.Database.UseCompanyAsync(work.Active.Id, cancellationToken);
        }

        return answer;
    }

    public Task<InvitationOffer> DeclineAsync(string key, Func<InvitationOffer, Notification> tellInviter, CancellationToken cancellationToken) =>
        WithinAsync(key, locks: false, async (company, row) =>
        {
            var offer = Offer(row);
            if (offer.State != OfferState.Open)
            {
                return offer;
            }

            await _joining.DeclineAsync(row.Id, cancellationToken);
            await _joining.AuditAsync("invitation.declined", row.Id, row.Position.Id, Person, cancellationToken);
            offer = offer with { State = OfferState.Declined };
            await TellAsync(company, row, offer, tellInviter, cancellationToken);
            return offer;
        }, cancellationToken);

    private async Task<InvitationIssue> IssueAsync(PositionRow post, int days, CancellationToken cancellationToken)
    {
        var id = new InvitationId(Guid.CreateVersion7(work.Acting.StartedAt));
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(code));
        var replaced = await _table.ReplaceAsync(post.Id, Person.Id, cancellationToken);
        foreach (var former in replaced)
        {
            await _joining.AuditAsync("invitation.revoked", former, post.Id, Person, cancellationToken);
        }

        var expiresAt = await _table.InsertAsync(id, post.Id, hash, Person.Id, days, cancellationToken);
        await _joining.AuditAsync("invitation.issued", id, post.Id, Person, cancellationToken);
        return new()
        {
            Result = InvitationIssueResult.Issued,
            Position = work.Names.Position(post),
            Id = id,
            Link = links.Create(InvitationLink.Prefix + code),
            ExpiresAt = expiresAt,
            HasReplaced = replaced.Count > 0,
        };
    }

    /// <summary>Does something in the company that a link leads to, and comes back to that of the work, whatever happens.</summary>
    private async Task<InvitationOffer> WithinAsync(
        string key, bool locks, Func<CompanyId, InvitationRow, Task<InvitationOffer>> act, CancellationToken cancellationToken)
    {
        if (HashOf(key) is not { } hash || await _table.FindCompanyAsync(hash, cancellationToken) is not { } company)
        {
            return new() { State = OfferState.Unknown };
        }

        // As the host, so that going there and back is only noted: it needs no statement that could fail on the way back.
        await work.Database.AsHostAsync(cancellationToken);
        await work.Database.UseCompanyAsync(company, cancellationToken);
        try
        {
            return await _table.FindByTokenAsync(Person.Id, hash, locks, cancellationToken) is { } row
                ? await act(company, row)
                : new() { State = OfferState.Unknown };
        }
        finally
        {
            await work.Database.UseCompanyAsync(work.Active.Id, cancellationToken);
        }
    }

    private async Task TellAsync(
        CompanyId company, InvitationRow row, InvitationOffer offer, Func<InvitationOffer, Notification> tell, CancellationToken cancellationToken) =>
        await notify(company).NotifyAsync(
            Recipient.User(row.InvitedBy.UserId),
            tell(offer) with { DedupKey = $"invitation:{row.Id}:{offer.State}:{Person.Id}" },
            cancellationToken);

    private InvitationOffer Offer(InvitationRow row) => new()
    {
        State = row.OfferTo(Person.Id),
        CompanyName = row.CompanyName,
        Position = work.Names.Position(row.Position),
        InvitedBy = row.InvitedBy,
        ExpiresAt = row.ExpiresAt,
        TimeZone = TimeZoneInfo.TryFindSystemTimeZoneById(row.CompanyTimeZone, out var zone) ? zone : TimeZoneInfo.Utc,
        NeedsConsent = !row.IsAskedByMember,
    };

    private Invitation Show(InvitationRow row) => new()
    {
        Id = row.Id,
        Position = work.Names.Position(row.Position),
        State = row.State,
        InvitedBy = row.InvitedBy,
        CreatedAt = row.CreatedAt,
        ExpiresAt = row.ExpiresAt,
        UsedBy = row.UsedBy,
        EndedAt = row.UsedAt ?? row.RevokedAt,
        DeclinedAt = row.DeclinedAt,
    };

    private static byte[]? HashOf(string key)
    {
        var hash = new byte[SHA256.HashSizeInBytes];
        return key.Length == 43 && Base64Url.TryDecodeFromChars(key, hash, out var length) && length == hash.Length ? hash : null;
    }
}
