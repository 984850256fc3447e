namespace DrAivBot.Organisation;

/// <summary>
/// Adds many posts at once, with invitations to them, on behalf of somebody who asked for it earlier. A core service for
/// jobs; the asker's right is found from the positions they hold at the moment of the act. Implemented by the host; grows by
/// new members.
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

    /// <summary>How many more active invitations the company can have now, of <see cref="InvitationLink.MaxActive"/>.</summary>
    /// <param name="cancellationToken">The token the job was given.</param>
    /// <returns>0 or more.</returns>
    Task<int> CountInvitationsLeftAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Adds vacant specialists' posts with the next numbers and makes the invitations asked for, each living
    /// <see cref="InvitationLink.DefaultLife"/> days; all or nothing. Writes it to the audit.
    /// </summary>
    /// <param name="actor">On whose behalf, and who invites.</param>
    /// <param name="posts">At most <see cref="MaxPosts"/>, with names that were checked.</param>
    /// <param name="cancellationToken">The token the job was given.</param>
    /// <returns>What came of it, with the links.</returns>
    Task<PostImportOutcome> AddAsync(UserId actor, IReadOnlyList<ImportedPost> posts, CancellationToken cancellationToken);
}

/// <summary>A post to be added.</summary>
public sealed record ImportedPost
{
    /// <summary>1 to 21.</summary>
    public required int DepartmentNumber { get; init; }

    /// <summary>Its name: trimmed, 2 to 80 characters, no control characters.</summary>
    public required string Name { get; init; }

    /// <summary>Whether an invitation to it is made. False by default.</summary>
    public bool Invites { get; init; }
}
