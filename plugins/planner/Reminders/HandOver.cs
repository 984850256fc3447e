using DrAivBot.Organisation;
using DrAivBot.Planner.Events;

namespace DrAivBot.Planner.Reminders;

/// <summary>Finds an organiser for what somebody who left has organised: the head of the unit, and so on upwards.</summary>
internal sealed class HandOver(EventTable events, CancelDesk cancelling, EventAudit audit, EventNotices notices, IOrganisation organisation)
{
    private const int OwnersDepartment = 21;

    /// <summary>
    /// Hands over all events to come. What nobody else was invited to and stands in no common calendar ends with its organiser.
    /// </summary>
    /// <param name="leaver">Who left the company.</param>
    /// <param name="posts">What they held, by number: for events that were organised from no post.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    public async Task HandOverAsync(UserId leaver, IReadOnlyList<PositionId> posts, CancellationToken cancellationToken)
    {
        var handed = new List<CalendarEvent>();
        foreach (var source in await events.ListComingOfAsync(leaver, cancellationToken))
        {
            var isShared = source.Details.Calendar != CalendarKind.Personal || (await events.ListParticipantsAsync(source.Id, cancellationToken)).Count > 0;
            if (isShared && await FindHeirAsync(source.Position ?? (posts.Count > 0 ? posts[0] : null), leaver, cancellationToken) is { } heir)
            {
                var changed = source with { Organiser = heir.Actor.UserId, Position = heir.Position.Id };
                await events.UpdateAsync(changed, cancellationToken);
                await audit.NoteAsync("event.handed_over", source, changed, cancellationToken);
                handed.Add(changed);
            }
            else
            {
                await cancelling.CancelAllAsync(source, cancellationToken);
            }
        }

        foreach (var heir in handed.GroupBy(source => source.Organiser))
        {
            await notices.HandedOverAsync(heir.Key, [.. heir], cancellationToken);
        }
    }

    /// <summary>The nearest superior of the post that the event was organised from; the owner for an event of somebody without a post.</summary>
    private async Task<SuperiorStep?> FindHeirAsync(PositionId? post, UserId leaver, CancellationToken cancellationToken)
    {
        if (post is { } held && await organisation.FindSuperiorsAsync(held, leaver, cancellationToken) is { Count: > 0 } steps)
        {
            return steps[0];
        }

        var chart = await organisation.FindDepartmentAsync(OwnersDepartment, cancellationToken);
        return chart?.Positions is [{ Holder: { } owner } head, ..] && owner.UserId != leaver ? new() { Position = head, Actor = owner } : null;
    }
}
