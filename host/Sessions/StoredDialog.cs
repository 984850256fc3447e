namespace DrAivBot.Host.Sessions;

/// <summary>A dialog that waits for an answer, as it lies in the session.</summary>
internal sealed record StoredDialog
{
    /// <summary>Id of the module.</summary>
    public required string Module { get; init; }

    /// <summary>Id of the dialog within the module.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the step that waits.</summary>
    public required string Step { get; init; }

    /// <summary>The answers so far: JSON of the dialog's state.</summary>
    public required string State { get; init; }

    /// <summary>Ids of the steps answered so far.</summary>
    public IReadOnlyList<string> Answered { get; init; } = [];

    /// <summary>Whether one answer is being changed from the review, which then comes back.</summary>
    public bool FromReview { get; init; }

    /// <summary>Page of the choices shown, counted from 0.</summary>
    public int Page { get; init; }

    /// <summary>What the step keeps between several acts, such as a search; null at its beginning.</summary>
    public string? Part { get; init; }
}
