namespace DrAivBot.Organisation;

/// <summary>Up to which sum, in the company's currency, a position decides by itself. What is above goes one step up; position 21 has no limit.</summary>
public sealed record ApprovalLimits
{
    /// <summary>Largest limit.</summary>
    public const decimal Max = 999_999_999_999m;

    /// <summary>Heads of departments. 0 by default: nothing.</summary>
    public decimal DepartmentHead { get; init; }

    /// <summary>Heads of divisions. 0 by default: nothing.</summary>
    public decimal DivisionHead { get; init; }

    /// <summary>Position 19. Null, the default, for no limit.</summary>
    public decimal? Executive { get; init; }

    /// <summary>Above this sum a decision is asked for twice. Null, the default, never.</summary>
    public decimal? ConfirmAbove { get; init; }
}
