namespace DrAivBot.Organisation;

/// <summary>
/// Acts on positions and units. A core service for turns: the acting person is the user of the turn, whose right is found
/// from the positions they hold at the moment of the act; every act is written to the company's audit with before, after
/// and the position acted from, a refused one too. Owner: everything. Executive director: everything but position 21.
/// Head of a division or department: what lies below them in their unit. Head of department 1 appoints and frees any
/// position but 19 to 21. In a job, where nobody acts, everything is forbidden. Implemented by the host; grows by new members.
/// </summary>
public interface IPosts
{
    /// <summary>What the acting person may do with a position as it is now.</summary>
    /// <param name="position">The position.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns><see cref="PostActs.None"/> also for a position that the company does not have.</returns>
    Task<PostActs> FindActsAsync(PositionId position, CancellationToken cancellationToken);

    /// <summary>What the acting person may do with a division.</summary>
    /// <param name="number">1 to 7.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>A combination of flags.</returns>
    Task<UnitActs> FindDivisionActsAsync(int number, CancellationToken cancellationToken);

    /// <summary>What the acting person may do with a department.</summary>
    /// <param name="number">1 to 21.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>A combination of flags.</returns>
    Task<UnitActs> FindDepartmentActsAsync(int number, CancellationToken cancellationToken);

    /// <summary>Vacant positions by number, those held for the time being among them.</summary>
    /// <param name="text">A part of the position's name, in any case; empty for all.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">How many to give, 1 to 100.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Empty for a guest.</returns>
    Task<PositionPage> ListVacantAsync(string text, int skip, int take, CancellationToken cancellationToken);

    /// <summary>Appoints a member to a vacant position; who held it for the time being does not any more. The new holder starts untrained.</summary>
    /// <param name="position">The position.</param>
    /// <param name="person">The member.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Done, NotFound, Forbidden, Occupied, AlreadyHolds, NotAMember or OwnershipOnly.</returns>
    Task<PostResult> AppointAsync(PositionId position, UserId person, CancellationToken cancellationToken);

    /// <summary>Puts a member in the place of whoever holds a position. What waits at the position stays there.</summary>
    /// <param name="position">The position.</param>
    /// <param name="person">The member.</param>
    /// <param name="presentHolder">Who is believed to hold it: of two replacements at once the second is told.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Done with the former holder, HolderChanged with the present one, and as for an appointment.</returns>
    Task<PostResult> ReplaceAsync(PositionId position, UserId person, UserId presentHolder, CancellationToken cancellationToken);

    /// <summary>Frees a position of its holder, who stays a member. What waits at the position stays there.</summary>
    /// <param name="position">The position.</param>
    /// <param name="presentHolder">Who is believed to hold it.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Done with the former holder, HolderChanged, Vacant, Forbidden, NotFound or OwnershipOnly.</returns>
    Task<PostResult> FreeAsync(PositionId position, UserId presentHolder, CancellationToken cancellationToken);

    /// <summary>Adds a position to the chart, vacant, with the next number.</summary>
    /// <param name="post">What it is and where.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Done with the position, Forbidden, NotFound for a unit that does not exist, HasHead or BadName.</returns>
    Task<PostResult> AddAsync(NewPost post, CancellationToken cancellationToken);

    /// <summary>Moves an added position, with its holder and what waits there, to another department. Changes the superiors of new matters only.</summary>
    /// <param name="position">The position.</param>
    /// <param name="department">1 to 21.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Done, Forbidden unless both ends are within the right, NotFound, Seeded, CannotMove or Unchanged.</returns>
    Task<PostResult> MoveAsync(PositionId position, int department, CancellationToken cancellationToken);

    /// <summary>How much waits at a position in all modules: see <see cref="PositionItems"/>.</summary>
    /// <param name="position">The position.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>0 also for a position that the company does not have.</returns>
    Task<int> CountOpenItemsAsync(PositionId position, CancellationToken cancellationToken);

    /// <summary>Archives an added, vacant position. It keeps its history and number and is shown nowhere any more.</summary>
    /// <param name="position">The position.</param>
    /// <param name="handOver">Whether what waits there goes to its nearest superior; if not, it must have nothing waiting.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Done, HasOpenItems, Occupied, Seeded, Forbidden or NotFound.</returns>
    Task<PostResult> ArchiveAsync(PositionId position, bool handOver, CancellationToken cancellationToken);

    /// <summary>Renames a position.</summary>
    /// <param name="position">The position.</param>
    /// <param name="name">The new name; null for the board's own, which a specialist's position does not have.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Done, BadName, Unchanged, Forbidden or NotFound.</returns>
    Task<PostResult> RenameAsync(PositionId position, string? name, CancellationToken cancellationToken);

    /// <summary>Renames a division.</summary>
    /// <param name="number">1 to 7.</param>
    /// <param name="name">The new name; null for the board's own.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Done, BadName, Unchanged, Forbidden or NotFound.</returns>
    Task<PostResult> RenameDivisionAsync(int number, string? name, CancellationToken cancellationToken);

    /// <summary>Renames a department.</summary>
    /// <param name="number">1 to 21.</param>
    /// <param name="name">The new name; null for the board's own.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Done, BadName, Unchanged, Forbidden or NotFound.</returns>
    Task<PostResult> RenameDepartmentAsync(int number, string? name, CancellationToken cancellationToken);
}
