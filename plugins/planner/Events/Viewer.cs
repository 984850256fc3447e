using DrAivBot.Organisation;
using DrAivBot.Routing;

namespace DrAivBot.Planner.Events;

/// <summary>Who looks, and what they are invited as: themselves, their posts and units.</summary>
internal sealed record Viewer
{
    public required UserId User { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public required IReadOnlyList<Position> Posts { get; init; }

    /// <summary>The person and the posts.</summary>
    public Guid[] Targets => [User.Value, .. Posts.Select(post => post.Id.Value)];

    /// <summary>The units of the posts: see <see cref="Unit"/>.</summary>
    public short[] Units =>
    [
        .. Posts.Select(post => (short)Unit.Division(post.DivisionNumber)).Distinct(),
        .. Posts.Select(post => post.DepartmentNumber).OfType<int>().Distinct().Select(number => (short)Unit.Department(number)),
    ];

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);
}

/// <summary>Finds out who looks.</summary>
internal sealed class Viewers(IOrganisation organisation)
{
    public Task<Viewer> OfAsync(ITurn turn, CancellationToken cancellationToken) => OfAsync(turn.User.Id, turn.User.TimeZone, cancellationToken);

    public async Task<Viewer> OfAsync(UserId user, TimeZoneInfo zone, CancellationToken cancellationToken) =>
        new() { User = user, Zone = zone, Posts = await organisation.ListPositionsOfAsync(user, cancellationToken) };
}
