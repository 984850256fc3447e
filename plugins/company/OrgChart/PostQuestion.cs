using DrAivBot.Organisation;

namespace DrAivBot.Company.OrgChart;

/// <summary>The post that a screen asks about before it is changed: one that the person may change in that way.</summary>
internal sealed class PostQuestion(IOrganisation organisation, IPosts posts)
{
    /// <returns>Null for a post that is not there or not for them: both are answered alike.</returns>
    public async Task<Position?> FindAsync(PositionId position, PostActs act, CancellationToken cancellationToken) =>
        (await posts.FindActsAsync(position, cancellationToken)).HasFlag(act)
            ? (await organisation.FindPositionAsync(position, cancellationToken))?.Position
            : null;
}
