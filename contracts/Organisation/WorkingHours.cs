namespace DrAivBot.Organisation;

/// <summary>The working hours of a day, in the company's zone.</summary>
public sealed record WorkingHours
{
    /// <summary>When work begins.</summary>
    public required TimeOnly From { get; init; }

    /// <summary>When work ends, later than it begins.</summary>
    public required TimeOnly Until { get; init; }
}

/// <summary>Hours in which only what is urgent disturbs, in the company's zone. They may run over midnight; equal ends mean never.</summary>
public sealed record QuietHours
{
    /// <summary>When quiet begins.</summary>
    public required TimeOnly From { get; init; }

    /// <summary>When quiet ends.</summary>
    public required TimeOnly Until { get; init; }
}

/// <summary>When a week closes, in the company's zone.</summary>
public sealed record WeekCutoff
{
    /// <summary>The day.</summary>
    public required DayOfWeek Day { get; init; }

    /// <summary>The time.</summary>
    public required TimeOnly At { get; init; }
}
