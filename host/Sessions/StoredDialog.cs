namespace DrAivBot.Host.Sessions;

/// <summary>A dialog between two answers.</summary>
internal sealed record StoredDialog
{
    /// <summary>The module it belongs to.</summary>
    public required string Module { get; init; }

    /// <summary>Id of the dialog within the module.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the step that waits for an answer.</summary>
    public required string Step { get; init; }

    /// <summary>The answers so far, as JSON.</summary>
    public required string State { get; init; }

    /// <summary>Whether one answer is being changed from the review, to which the dialog then returns.</summary>
    public bool FromReview { get; init; }

    /// <summary>The page of choices shown, counted from 0.</summary>
    public int Page { get; init; }
}
