namespace DrAivBot.Planner.Time;

/// <summary>When something takes place by the clock on the wall. All-day: whole days, the end being the midnight after the last.</summary>
internal sealed record LocalSpan
{
    public required DateTime Start { get; init; }

    /// <summary>Later than <see cref="Start"/>.</summary>
    public required DateTime End { get; init; }

    public bool IsAllDay { get; init; }

    /// <summary>By the clock on the wall: a meeting from 9 to 10 stays one in the night of the change.</summary>
    public TimeSpan Length => End - Start;

    public bool IsValid => End > Start && Length <= TimeSpan.FromDays(MaxDays) && (!IsAllDay || (Start.TimeOfDay == TimeSpan.Zero && End.TimeOfDay == TimeSpan.Zero));

    public const int MaxDays = 366;

    public static LocalSpan Days(DateOnly from, DateOnly until) => new()
    {
        Start = from.ToDateTime(TimeOnly.MinValue),
        End = until.AddDays(1).ToDateTime(TimeOnly.MinValue),
        IsAllDay = true,
    };

    public static LocalSpan Hours(DateTime start, TimeSpan length) => new() { Start = start, End = start + length };

    /// <summary>The same length at another start.</summary>
    public LocalSpan At(DateTime start) => this with { Start = start, End = start + Length };

    /// <summary>The instants. What the gap would turn round keeps its length.</summary>
    public (DateTimeOffset Start, DateTimeOffset End) In(TimeZoneInfo zone)
    {
        var start = WallTime.ToInstant(Start, zone);
        var end = WallTime.ToInstant(End, zone);
        return (start, end > start ? end : start + Length);
    }

    /// <summary>The same time as another zone's clocks show it; whole days stay what they are.</summary>
    public LocalSpan Seen(TimeZoneInfo from, TimeZoneInfo by)
    {
        if (IsAllDay)
        {
            return this;
        }

        var (start, end) = In(from);
        return this with { Start = WallTime.ToLocal(start, by), End = WallTime.ToLocal(end, by) };
    }
}
