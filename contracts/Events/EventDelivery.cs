namespace DrAivBot.Events;

/// <summary>An event on its way to one handler.</summary>
public sealed record EventDelivery
{
    /// <summary>
    /// Identifies the event, the same for every handler and every attempt: what acts outside the database can recognise
    /// by it an event it has seen.
    /// </summary>
    public required Guid EventId { get; init; }

    /// <summary>For example <c>planner.event_moved</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The version it was published with: the one the handler asked for.</summary>
    public required int Version { get; init; }

    /// <summary>When it happened by the database's clock, UTC.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Attempt { get; init; }
}
