using DrAivBot.Organisation;

namespace DrAivBot.Planner.Events;

/// <summary>Finds the people behind those invited, today: posts change hands. Who holds a post for the time being is not meant by its unit.</summary>
internal sealed class Attendees(IOrganisation organisation, IPeople people)
{
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
        { Kind: ParticipantKind.Department, Unit: { } unit } => await OfDepartmentAsync(Unit.NumberOf(unit), cancellationToken),
        { Kind: ParticipantKind.Division, Unit: { } unit } => await OfDivisionAsync(Unit.NumberOf(unit), cancellationToken),
        _ => [],
    };

    private async Task<IEnumerable<Attendee>> OfDepartmentAsync(int number, CancellationToken cancellationToken) =>
        await organisation.FindDepartmentAsync(number, cancellationToken) is { } chart ? HoldersOf(chart.Positions) : [];

    private async Task<IEnumerable<Attendee>> OfDivisionAsync(int number, CancellationToken cancellationToken)
    {
        if (await organisation.FindDivisionAsync(number, cancellationToken) is not { } chart)
        {
            return [];
        }

        var found = HoldersOf(chart.Head is { } head ? [head] : []).ToList();
        foreach (var department in chart.Departments)
        {
            found.AddRange(await OfDepartmentAsync(department.Number, cancellationToken));
        }

        return found;
    }

    private static IEnumerable<Attendee> HoldersOf(IEnumerable<Position> positions) =>
        from position in positions
        where position is { Holder: { IsTemporary: false } }
        select new Attendee(position.Holder!.UserId, position.Holder.Name);
}

/// <summary>Somebody who is to come.</summary>
/// <param name="User">The person.</param>
/// <param name="Name">Their name, untrusted text.</param>
internal sealed record Attendee(UserId User, string Name);
