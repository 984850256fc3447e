namespace DrAivBot.Organisation;

/// <summary>A line of the company's audit.</summary>
public sealed record AuditEntry
{
    /// <summary>
    /// What was done, without the module's id, which the host puts before it: <c>event.moved</c> of the module <c>planner</c>
    /// becomes <c>planner.event.moved</c>. 1 to 60 characters of <c>a-z</c>, <c>0-9</c>, <c>_</c> and <c>.</c>.
    /// </summary>
    public required string Act { get; init; }

    /// <summary>Whether it was refused rather than done. False by default.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The position acted from; null, the default, for none in particular.</summary>
    public PositionId? Position { get; init; }

    /// <summary>What was, by the names of fields; null, the default, for nothing. Ids and times rather than texts that people wrote.</summary>
    public IReadOnlyDictionary<string, string?>? Before { get; init; }

    /// <summary>What is now, or was asked for; null, the default, for nothing.</summary>
    public IReadOnlyDictionary<string, string?>? After { get; init; }
}
