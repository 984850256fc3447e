namespace DrAivBot.Organisation;

/// <summary>
/// Who is away when, and who stands in. A core service for turns: members note their own absences; heads those of people
/// whose positions lie below them; owner and executive director everybody's, the owner's excepted. Days are those of the
/// company's zone. Implemented by the host; grows by new members.
/// </summary>
public interface IAbsences
{
    /// <summary>Absences that are not over, of one member or of all, by their first day.</summary>
    /// <param name="person">The person; null for everybody.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">How many to give, 1 to 100.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Empty for a guest.</returns>
    Task<IReadOnlyList<Absence>> ListAsync(UserId? person, int skip, int take, CancellationToken cancellationToken);

    /// <summary>Notes an absence.</summary>
    /// <param name="absence">Who, when, and who stands in.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Done with the absence, NotFound, Forbidden, BadDates, Overlaps, BadDeputy or DeputyIsAbsent.</returns>
    Task<AbsenceResult> NoteAsync(NewAbsence absence, CancellationToken cancellationToken);

    /// <summary>Takes an absence back: one that has begun ends with yesterday, so that what was decided meanwhile stays explained.</summary>
    /// <param name="absence">The absence.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Done with the absence as it was, NotFound also for one that is over, or Forbidden.</returns>
    Task<AbsenceResult> EndAsync(AbsenceId absence, CancellationToken cancellationToken);

    /// <summary>The deputies of a position that are not over, the latest named first: the first who is there acts.</summary>
    /// <param name="position">The position.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Empty for a position that the company does not have.</returns>
    Task<IReadOnlyList<PositionDeputy>> ListDeputiesAsync(PositionId position, CancellationToken cancellationToken);

    /// <summary>Names a deputy for a position: its holder may, and whoever may appoint to it.</summary>
    /// <param name="position">The position.</param>
    /// <param name="person">The member who stands in.</param>
    /// <param name="startsOn">First day.</param>
    /// <param name="endsOn">Last day; null until further notice.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Done, NotFound, Forbidden, BadDates or BadDeputy.</returns>
    Task<AbsenceResult> NameDeputyAsync(PositionId position, UserId person, DateOnly startsOn, DateOnly? endsOn, CancellationToken cancellationToken);

    /// <summary>Takes a deputy of a position back.</summary>
    /// <param name="deputy">The deputy.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Done, NotFound or Forbidden.</returns>
    Task<AbsenceResult> RemoveDeputyAsync(DeputyId deputy, CancellationToken cancellationToken);
}
