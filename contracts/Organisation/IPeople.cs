namespace DrAivBot.Organisation;

/// <summary>
/// The members of the company: finding them and parting with them. A core service, injected into handlers; it works in
/// the turn's transaction and sees the company of the turn only. Who left is not found. Implemented by the host; grows by
/// new members.
/// </summary>
public interface IPeople
{
    /// <summary>Members by name.</summary>
    /// <param name="query">Which, and which part of the list.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Empty for a guest.</returns>
    Task<EmployeePage> SearchAsync(PeopleQuery query, CancellationToken cancellationToken);

    /// <summary>A member with their positions.</summary>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Null for somebody who is no active member of the company of the turn.</returns>
    Task<Employee?> FindAsync(UserId person, CancellationToken cancellationToken);

    /// <summary>What the acting person may do with a member.</summary>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns><see cref="PersonActs.None"/> also for somebody who is no active member.</returns>
    Task<PersonActs> FindActsAsync(UserId person, CancellationToken cancellationToken);

    /// <summary>
    /// Dismisses a member: owner, and executive director except the owner. Access ends with the member's next update, the
    /// session is removed, positions become vacant, messages held back are dropped; what the person wrote stays.
    /// </summary>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>What became of it, with the person as they were.</returns>
    Task<Departure> DismissAsync(UserId person, CancellationToken cancellationToken);

    /// <summary>The acting person leaves the company; the rest of the turn they are a guest. The last owner cannot.</summary>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>What became of it, with the person as they were.</returns>
    Task<Departure> LeaveAsync(CancellationToken cancellationToken);
}
