namespace DrAivBot.Organisation;

/// <summary>
/// How a module says that something waits at a position: documents to decide, messages to answer, tasks to do. Two SQL
/// statements over the module's own tables, which the host runs in the transaction of the act, under the module's database
/// role and row level security: no code of the module runs, so it works while the module rests, is replaced or is
/// switched off by the company. What fails is the module's fault and fails the act.
/// <code>
/// module.AddPositionItems(new()
/// {
///     Count = "select count(*) from planner.tasks where position_id = $1 and done_at is null",
///     HandOver = "update planner.tasks set position_id = $2 where position_id = $1 and done_at is null",
/// });
/// </code>
/// </summary>
public sealed record PositionItems
{
    /// <summary>One statement that returns one whole number: how much waits at the position <c>$1</c> (uuid).</summary>
    public required string Count { get; init; }

    /// <summary>One statement that gives everything counted from the position <c>$1</c> to the position <c>$2</c> (uuid).</summary>
    public required string HandOver { get; init; }
}
