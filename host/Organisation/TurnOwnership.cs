using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>Position 21 changes hands: offered by the owner, accepted by the other within a day.</summary>
internal sealed class TurnOwnership(OrganisationWork work) : IOwnership
{
    private readonly OwnershipTable _table = new(work);
    private readonly PostTable _posts = new(work);
    private readonly ActingDesk _desk = new(work);

    public async Task<OwnershipOffer?> FindOfferAsync(CancellationToken cancellationToken) =>
        work.Company is not null && await _table.FindAsync(cancellationToken) is { } offer && IsSide(offer) && offer.ExpiresAt > work.Now ? offer : null;

    public async Task<OwnershipResult> OfferAsync(UserId person, CancellationToken cancellationToken)
    {
        if (work.Company is null || work.Acting.User is not { } user)
        {
            return Refused(OwnershipOutcome.Forbidden);
        }

        var open = await _table.LockAsync(cancellationToken);
        if ((await _desk.FindRightsAsync(cancellationToken)).Owner is not { } from)
        {
            await _desk.DenyAsync("ownership.offered", person.ToString(), cancellationToken);
            return Refused(OwnershipOutcome.Forbidden);
        }

        if (person == user || await _posts.LockMemberAsync(person, cancellationToken) is not { } name)
        {
            return Refused(OwnershipOutcome.BadPerson);
        }

        if (open is not null && open.ExpiresAt > work.Now && open.From.UserId == user)
        {
            return new() { Outcome = OwnershipOutcome.AlreadyOffered, Offer = open };
        }

        if (open is not null)
        {
            await _table.CloseAsync(open.Id, isAccepted: false, cancellationToken);
        }

        var offer = new OwnershipOffer
        {
            Id = new(Guid.CreateVersion7(work.Now)),
            From = new() { UserId = user, Name = work.Acting.UserName! },
            To = new() { UserId = person, Name = name },
            OfferedAt = work.Now,
        };
        await _table.InsertAsync(offer, cancellationToken);
        await _desk.NoteAsync("ownership.offered", from, before: null, Facts(offer), cancellationToken);
        return new() { Outcome = OwnershipOutcome.Done, Offer = offer };
    }

    public async Task<OwnershipResult> AcceptAsync(OwnershipOfferId offer, CancellationToken cancellationToken)
    {
        if (work.Company is null || await _table.LockAsync(cancellationToken) is not { } open || open.Id != offer || open.To.UserId != work.Acting.User
            || (await _desk.FindRightsAsync(open.From.UserId, cancellationToken)).Owner is not { } owned
            || await _posts.LockMemberAsync(open.To.UserId, cancellationToken) is null)
        {
            return Refused(OwnershipOutcome.NotFound);
        }

        var isInTime = open.ExpiresAt > work.Now;
        await _table.CloseAsync(offer, isInTime, cancellationToken);
        if (!isInTime)
        {
            return Refused(OwnershipOutcome.Expired);
        }

        await _table.HandOverAsync(open.From.UserId, open.To.UserId, cancellationToken);
        await _desk.NoteAsync("ownership.accepted", owned, OwnerFacts(open.From), OwnerFacts(open.To), cancellationToken);
        await work.Events.PublishAsync(
            new PositionAssigned { Position = owned.Id, User = open.To.UserId, FormerHolder = open.From.UserId }, cancellationToken);
        if (work.Active.Member is { } member)
        {
            work.Active.Member = member with { Role = CompanyRoles.Owner };
        }

        return new() { Outcome = OwnershipOutcome.Done, Offer = open };
    }

    public async Task<OwnershipResult> CloseAsync(OwnershipOfferId offer, CancellationToken cancellationToken)
    {
        if (work.Company is null || await _table.LockAsync(cancellationToken) is not { } open || open.Id != offer || !IsSide(open))
        {
            return Refused(OwnershipOutcome.NotFound);
        }

        await _table.CloseAsync(offer, isAccepted: false, cancellationToken);
        var rights = await _desk.FindRightsAsync(cancellationToken);
        await _desk.NoteAsync("ownership.closed", rights.Own, Facts(open), after: null, cancellationToken);
        return new() { Outcome = OwnershipOutcome.Done, Offer = open };
    }

    private bool IsSide(OwnershipOffer offer) => work.Acting.User is { } user && (offer.From.UserId == user || offer.To.UserId == user);

    private static OwnershipResult Refused(OwnershipOutcome outcome) => new() { Outcome = outcome };

    private static Dictionary<string, string?> OwnerFacts(Holder owner) => new(StringComparer.Ordinal) { ["owner"] = owner.UserId.ToString() };

    private static Dictionary<string, string?> Facts(OwnershipOffer offer) => new(StringComparer.Ordinal)
    {
        ["offer"] = offer.Id.ToString(),
        ["from"] = offer.From.UserId.ToString(),
        ["to"] = offer.To.UserId.ToString(),
    };
}
