using DrAivBot.Organisation;

namespace DrAivBot.Planner.Events;

/// <summary>Finds the people behind those invited, today: posts change hands. Who holds a post for the time being is not meant by its unit.</summary>
internal sealed class Attendees(IOrganisation organisation, IPeople people)
{
    private const int MostAtOnce = 100;

    /// <summary>Everybody once, the organiser first.</summary>
    public async Task<IReadOnlyList<Attendee>> ListAsync(UserId organiser, IEnumerable<Participant> participants, CancellationToken cancellationToken)
    {
        var found = new List<Attendee>();
        foreach (var participant in participants.Prepend(Participant.Person(organiser)))
        {
            found.AddRange(await FindAsync(participant, cancellationToken));
        }

        return [.. found.DistinctBy(attendee => attendee.User)];
    }

    private async Task<IEnumerable<Attendee>> FindAsync(Participant participant, CancellationToken cancellationToken) => participant switch
    {
        { Kind: ParticipantKind.Person, Target: { } id } => await people.FindAsync(new(id), cancellationToken) is { } person
            ? [new(person.UserId, person.Name)]
            : [],
        { Kind: ParticipantKind.Post, Target: { } id } => await organisation.FindPositionAsync(new(id), cancellationToken) is { Actor: { } actor }
            ? [new(actor.UserId, actor.Name)]
            : [],
        { Unit: { } unit } => await OfUnitAsync(unit, cancellationToken),
        _ => [],
    };

    private async Task<IEnumerable<Attendee>> OfUnitAsync(int unit, CancellationToken cancellationToken)
    {
        var found = new List<Attendee>();
        EmployeePage page;
        do
        {
            page = await people.SearchAsync(
                new()
                {
                    Division = Unit.IsDivision(unit) ? Unit.NumberOf(unit) : null,
                    Department = Unit.IsDivision(unit) ? null : Unit.NumberOf(unit),
                    Skip = found.Count,
                    Take = MostAtOnce,
                },
                cancellationToken);
            found.AddRange(page.Employees.Select(person => new Attendee(person.UserId, person.Name)));
        }
        while (page.Employees.Count > 0 && found.Count < page.Total);
        return found;
    }
}

/// <summary>Somebody who is to come.</summary>
/// <param name="User">The person.</param>
/// <param name="Name">Their name, untrusted text.</param>
internal sealed record Attendee(UserId User, string Name);
