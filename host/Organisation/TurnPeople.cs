using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>The members of the company: found, dismissed, gone.</summary>
internal sealed class TurnPeople(OrganisationWork work) : IPeople
{
    private readonly PeopleTable _table = new(work);
    private readonly DepartureTable _departures = new(work);
    private readonly ActingDesk _desk = new(work);

    public async Task<EmployeePage> SearchAsync(PeopleQuery query, CancellationToken cancellationToken) =>
        work.Company is null ? new() { Employees = [], Total = 0 } : await _table.SearchAsync(query, cancellationToken);

    public async Task<Employee?> FindAsync(UserId person, CancellationToken cancellationToken) =>
        work.Company is null ? null : await _table.FindAsync(person, cancellationToken);

    public async Task<PersonActs> FindActsAsync(UserId person, CancellationToken cancellationToken)
    {
        if (await FindAsync(person, cancellationToken) is null)
        {
            return PersonActs.None;
        }

        var rights = await _desk.FindRightsAsync(cancellationToken);
        var theirs = await _desk.FindRightsAsync(person, cancellationToken);
        var isSelf = person == work.Acting.User;
        var acts = isSelf || rights.ToNoteAbsenceOf(theirs) is not null ? PersonActs.NoteAbsence : PersonActs.None;
        if (isSelf)
        {
            return acts;
        }

        return acts
            | (theirs.Owner is null && rights.ToDismiss(isOwner: false) is not null ? PersonActs.Dismiss : PersonActs.None)
            | (rights.Owner is not null ? PersonActs.OfferOwnership : PersonActs.None);
    }

    public async Task<Departure> DismissAsync(UserId person, CancellationToken cancellationToken)
    {
        if (work.Company is null || !await _departures.LockAsync(person, cancellationToken))
        {
            return Refused(DepartureOutcome.NotFound);
        }

        var rights = await _desk.FindRightsAsync(cancellationToken);
        var isOwner = (await _desk.FindRightsAsync(person, cancellationToken)).Owner is not null;
        if (rights.ToDismiss(isOwner) is not { } from)
        {
            await _desk.DenyAsync("member.dismissed", person.ToString(), cancellationToken);
            return Refused(DepartureOutcome.Forbidden);
        }

        if (isOwner || person == work.Acting.User)
        {
            return Refused(isOwner ? DepartureOutcome.LastOwner : DepartureOutcome.Yourself);
        }

        return await PartAsync("member.dismissed", DepartureKind.Dismissed, person, from, cancellationToken);
    }

    public async Task<Departure> LeaveAsync(CancellationToken cancellationToken)
    {
        if (work.Company is null || work.Acting.User is not { } user || !await _departures.LockAsync(user, cancellationToken))
        {
            return Refused(DepartureOutcome.NotFound);
        }

        var rights = await _desk.FindRightsAsync(cancellationToken);
        if (rights.Owner is not null)
        {
            return Refused(DepartureOutcome.LastOwner);
        }

        var departure = await PartAsync("member.left", DepartureKind.Left, user, rights.Own, cancellationToken);
        work.Active.Member = null;
        return departure;
    }

    private async Task<Departure> PartAsync(string act, DepartureKind how, UserId person, ActorPost? from, CancellationToken cancellationToken)
    {
        var gone = (await _table.FindAsync(person, cancellationToken))!;
        var before = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["member"] = person.ToString(),
            ["positions"] = string.Join(' ', gone.Positions.Select(position => position.Id)),
        };
        await _desk.NoteAsync(act, from, before, after: null, cancellationToken);
        await _departures.EndAsync(person, how, cancellationToken);
        return new() { Outcome = DepartureOutcome.Done, Person = gone };
    }

    private static Departure Refused(DepartureOutcome outcome) => new() { Outcome = outcome };
}
