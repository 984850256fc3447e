using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>
/// Who stands above a position: head of the department, head of the division, position 19, position 21. Nobody decides
/// on their own matter and nobody is asked twice; only the owner has nobody above.
/// </summary>
internal static class SuperiorChain
{
    /// <param name="start">The position whose superiors are wanted.</param>
    /// <param name="chart">The live positions of its company; those that cannot be its superiors are ignored.</param>
    /// <returns>The steps from the nearest to position 21.</returns>
    public static IReadOnlyList<ChainStep> Above(ChainPosition start, IReadOnlyList<ChainPosition> chart)
    {
        var steps = Candidates(start, chart)
            .Where(step => step.Id != start.Id && step.Holder is not null && step.Holder != start.Holder)
            .ToList();
        var held = KeepHighest(steps, step => step.Holder!.Value);
        var acting = held.Select(step => new ChainStep { Position = step.Id, Actor = ActorOf(step, start) });
        return KeepHighest([.. acting], step => step.Actor);
    }

    private static IEnumerable<ChainPosition> Candidates(ChainPosition start, IReadOnlyList<ChainPosition> chart)
    {
        var owner = chart.Where(position => position.Number == OrgBoard.OwnerNumber).ToArray();
        if (start.Number == OrgBoard.OwnerNumber || (start.Holder is { } holder && owner.Any(position => position.Holder == holder)))
        {
            // Whatever post the owner speaks from, nobody below decides on it.
            return [];
        }

        if (start.Number == OrgBoard.ExecutiveNumber || start.DepartmentNumber == OrgBoard.OwnerNumber)
        {
            return owner;
        }

        // Position 19 heads division 7 without a post of its own for it, so the third level is that division's second.
        return chart.Where(position => position.Kind == PositionKind.DepartmentHead && position.DepartmentNumber == start.DepartmentNumber && position.Number != OrgBoard.ExecutiveNumber)
            .Concat(chart.Where(position => position.Kind == PositionKind.DivisionHead && position.DivisionNumber == start.DivisionNumber))
            .Concat(chart.Where(position => position.Number == OrgBoard.ExecutiveNumber))
            .Concat(owner);
    }

    /// <summary>A deputy who is the asking person would decide on their own matter: it waits for the absent holder instead.</summary>
    private static UserId ActorOf(ChainPosition step, ChainPosition start) =>
        step.Deputy is { } deputy && deputy != start.Holder ? deputy : step.Holder!.Value;

    private static List<TStep> KeepHighest<TStep>(List<TStep> steps, Func<TStep, UserId> person)
    {
        var seen = new HashSet<UserId>();
        var kept = Enumerable.Reverse(steps).Where(step => seen.Add(person(step))).ToList();
        kept.Reverse();
        return kept;
    }
}
