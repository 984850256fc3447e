namespace DrAivBot.Planner.QuickEntry;

/// <summary>The days and times that a line names.</summary>
internal sealed record QuickTimes
{
    public DateOnly? First { get; init; }

    /// <summary>Whether <see cref="First"/> is today because it is that weekday.</summary>
    public bool IsWeekday { get; init; }

    /// <summary>Last day of a period.</summary>
    public DateOnly? Last { get; init; }

    public TimeOnly? From { get; init; }

    public TimeOnly? Until { get; init; }

    public TimeSpan? Length { get; init; }

    public bool IsAllDay { get; init; }

    public QuickRule? Rule { get; init; }
}
