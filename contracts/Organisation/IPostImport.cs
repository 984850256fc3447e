namespace DrAivBot.Organisation;

/// <summary>
/// Adds many posts at once, on behalf of somebody who asked for it earlier. A core service for jobs; the asker's right is found
/// from the positions they hold at the moment of the act. Implemented by the host; grows by new members.
/// </summary>
public interface IPostImport
{
    /// <summary>The most posts that are added at once.</summary>
    const int MaxPosts = 5000;

    /// <summary>Where somebody may add posts now: owner and executive director everywhere, heads in their unit.</summary>
    /// <param name="actor">The member.</param>
    /// <param name="cancellationToken">The token the job was given.</param>
    /// <returns>Numbers of departments; empty for somebody who may not, or is no member any more.</returns>
    Task<IReadOnlyList<int>> ListDepartmentsAsync(UserId actor, CancellationToken cancellationToken);

    /// <summary>Adds vacant specialists' posts with the next numbers, all or none, and writes it to the audit.</summary>
    /// <param name="actor">On whose behalf.</param>
    /// <param name="posts">At most <see cref="MaxPosts"/>, with names that were checked.</param>
    /// <param name="cancellationToken">The token the job was given.</param>
    /// <returns>False when the actor may not add posts to one of the departments: then nothing is added.</returns>
    Task<bool> AddAsync(UserId actor, IReadOnlyList<ImportedPost> posts, CancellationToken cancellationToken);
}

/// <summary>A post to be added.</summary>
public sealed record ImportedPost
{
    /// <summary>1 to 21.</summary>
    public required int DepartmentNumber { get; init; }

    /// <summary>Its name: trimmed, 2 to 80 characters, no control characters.</summary>
    public required string Name { get; init; }
}
