namespace DrAivBot.Sessions;

/// <summary>Something a module has in the session of a user.</summary>
public sealed record SessionPart
{
    /// <summary>What it is.</summary>
    public required SessionPartKind Kind { get; init; }

    /// <summary>Id of the slot or of the dialog within the module.</summary>
    public required string Id { get; init; }

    /// <summary>The value of the slot, or the state of the dialog, as JSON.</summary>
    public required string Json { get; init; }

    /// <summary>Id of the step that waits for an answer; null for a slot.</summary>
    public string? Step { get; init; }
}
