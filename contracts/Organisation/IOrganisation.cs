namespace DrAivBot.Organisation;

/// <summary>
/// The organisation chart: companies, divisions, departments, positions and who holds them. A core service, injected
/// into handlers; it works in the turn's transaction and sees the company of the turn only. Names come in the user's
/// language unless the company renamed the unit. Implemented by the host; grows by new members.
/// </summary>
public interface IOrganisation
{
    /// <summary>
    /// Registers a company with 7 divisions, 21 departments and 21 positions, all held by the user of the turn: position 21
    /// for good, the others for the time being, until they are filled. The company becomes the user's active one.
    /// </summary>
    /// <param name="company">Name, time zone and currency; a wrong one throws <see cref="ArgumentException"/>.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>The new company.</returns>
    Task<CompanyId> RegisterCompanyAsync(NewCompany company, CancellationToken cancellationToken);

    /// <summary>The seven divisions in the order of the board: 7, 1, 2 … 6.</summary>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Empty for a guest.</returns>
    Task<IReadOnlyList<Division>> ListDivisionsAsync(CancellationToken cancellationToken);

    /// <summary>A division with its departments.</summary>
    /// <param name="number">1 to 7.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Null when there is none of this number.</returns>
    Task<DivisionChart?> FindDivisionAsync(int number, CancellationToken cancellationToken);

    /// <summary>A department with its positions.</summary>
    /// <param name="number">1 to 21.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Null when there is none of this number.</returns>
    Task<DepartmentChart?> FindDepartmentAsync(int number, CancellationToken cancellationToken);

    /// <summary>A position with its holder and superior.</summary>
    /// <param name="position">The position.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Null when the company of the turn has no such position, archived ones included.</returns>
    Task<PositionCard?> FindPositionAsync(PositionId position, CancellationToken cancellationToken);

    /// <summary>The positions a member holds, by number, temporary ones included.</summary>
    /// <param name="user">The member.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Empty for somebody who is no active member of the company of the turn.</returns>
    Task<IReadOnlyList<Position>> ListPositionsOfAsync(UserId user, CancellationToken cancellationToken);

    /// <summary>The whole chart with its people, however large the company. For jobs: a screen shows a part of it.</summary>
    /// <param name="language"><c>ru</c> or <c>en</c>, of the names that the company did not choose.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Null for work without a company.</returns>
    Task<CompanyChart?> ReadChartAsync(string language, CancellationToken cancellationToken);

    /// <summary>
    /// Who stands above a position, from the nearest to position 21: head of the department, head of the division, position
    /// 19, position 21. Left out is what is vacant, does not exist, is the position itself or is held by the author;
    /// several steps of one person are merged into the highest. For an absent holder the deputy acts, unless that is the author.
    /// </summary>
    /// <param name="position">The position whose matter it is.</param>
    /// <param name="author">Who acts from it, when that is not its holder: so that nobody decides on their own matter. Null for the holder.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Empty for the owner's own matters, whatever position they come from; null when the company of the work has no such position.</returns>
    Task<IReadOnlyList<SuperiorStep>?> FindSuperiorsAsync(PositionId position, UserId? author, CancellationToken cancellationToken);

    /// <summary>What a member manages.</summary>
    /// <param name="user">The member.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns><see cref="ManagerScope.None"/> for who heads nothing or is no active member of the company of the work.</returns>
    Task<ManagerScope> FindScopeAsync(UserId user, CancellationToken cancellationToken);
}
