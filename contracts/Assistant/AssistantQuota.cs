namespace DrAivBot.Assistant;

/// <summary>How many charges (<see cref="AssistantRequest.Charge"/>) a company has in a calendar month of its time zone.</summary>
public sealed record AssistantQuota
{
    /// <summary>A month's; the operator sets it, 5 by default.</summary>
    public required int Limit { get; init; }

    /// <summary>Answered in this month, and being asked now.</summary>
    public required int Used { get; init; }

    /// <summary>Left in this month, never below 0.</summary>
    public int Left => Math.Max(0, Limit - Used);

    /// <summary>The first day of the next month in the company's time zone, when all are there again.</summary>
    public required DateOnly RenewsOn { get; init; }
}
