using DrAivBot.Organisation;

namespace DrAivBot.Privacy;

/// <summary>
/// What is kept about a person or a company, in the core and in all modules: taken out, and erased. A core service; rights
/// are found anew in each call. Implemented by the host; grows by new members.
/// </summary>
public interface IPersonalData
{
    /// <summary>
    /// What there is to take out: about a person their account and what the company of the work keeps about them. What
    /// only passes through (jobs, messages on their way) and secrets are no part of it.
    /// </summary>
    /// <param name="whose">Whose data.</param>
    /// <param name="person">The person, or the owner who asks for the company's; in a turn the acting person and nobody else.</param>
    /// <param name="language">Of the titles: <c>ru</c> or <c>en</c>.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>By module and title; null when the person may not have it.</returns>
    Task<IReadOnlyList<DataPart>?> ListAsync(DataOwner whose, UserId person, string language, CancellationToken cancellationToken);

    /// <summary>The rows of a part as a JSON array of objects, UTF-8.</summary>
    /// <param name="part">A part from <see cref="ListAsync"/>.</param>
    /// <param name="whose">Whose data.</param>
    /// <param name="person">As in <see cref="ListAsync"/>.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>The JSON; null when the person may not have it, or the part is gone.</returns>
    Task<ReadOnlyMemory<byte>?> ReadAsync(DataPart part, DataOwner whose, UserId person, CancellationToken cancellationToken);

    /// <summary>What an erasure would do; nothing is changed. For turns.</summary>
    /// <param name="whose">The acting person's data, or that of the company they own.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Null when the acting person may not.</returns>
    Task<ErasurePlan?> PlanErasureAsync(DataOwner whose, CancellationToken cancellationToken);

    /// <summary>Asks for an erasure, to be carried out after <see cref="ErasurePlan.Grace"/>; the acting person is told with a proof when it is. For turns.</summary>
    /// <param name="whose">The acting person's data, or that of the company they own.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>What became of it.</returns>
    Task<ErasureOutcome> RequestErasureAsync(DataOwner whose, CancellationToken cancellationToken);

    /// <summary>The erasure that was asked for. For turns.</summary>
    /// <param name="whose">The acting person's, or that of their company, which every member may know.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Null when there is none.</returns>
    Task<PendingErasure?> FindErasureAsync(DataOwner whose, CancellationToken cancellationToken);

    /// <summary>Takes back an erasure that is not being carried out yet. For turns.</summary>
    /// <param name="whose">The acting person's, or that of the company they own.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Whether there was one that the acting person could take back.</returns>
    Task<bool> CancelErasureAsync(DataOwner whose, CancellationToken cancellationToken);
}
