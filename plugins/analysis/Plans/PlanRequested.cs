namespace DrAivBot.Analysis.Plans;

/// <summary>
/// Somebody wants the plan of a report carried out: <c>analysis.plan_requested</c>, version 1, with the assessment's id as
/// its order key. It may come again for one assessment, when the button is pressed again: whoever takes it up knows it by
/// the assessment, and asks before anything is created.
/// </summary>
internal sealed record PlanRequested
{
    public required Guid Assessment { get; init; }

    /// <summary>Who pressed the button: a user's id.</summary>
    public required Guid RequestedBy { get; init; }

    /// <summary>Of the texts: <c>ru</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The first day of the plan: the day of the press in the zone of whoever pressed.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Whether a model wrote the texts, else a template. Untrusted either way: to be escaped like typed text.</summary>
    public required bool IsByAssistant { get; init; }

    /// <summary>9 to 15, by stage and day.</summary>
    public required IReadOnlyList<RequestedAction> Actions { get; init; }
}

/// <summary>An action of the plan.</summary>
internal sealed record RequestedAction
{
    /// <summary>1 to 3: days 1 to 30, 31 to 60, 61 to 90.</summary>
    public required int Stage { get; init; }

    public required string Action { get; init; }

    /// <summary>Number of the post that answers for it, 1 to 21.</summary>
    public required int Position { get; init; }

    public required DateOnly DueOn { get; init; }

    public required string Result { get; init; }

    public required string Statistic { get; init; }
}
