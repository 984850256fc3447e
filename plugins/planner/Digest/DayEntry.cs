namespace DrAivBot.Planner.Digest;

/// <summary>Something in a person's calendar, by that person's clock.</summary>
internal sealed record DayEntry
{
    /// <summary>Empty when only the time is known to be taken.</summary>
    public required string Title { get; init; }

    public required DateTime Start { get; init; }

    /// <summary>Later than it starts.</summary>
    public required DateTime End { get; init; }

    public bool IsWholeDay { get; init; }

    public string? Place { get; init; }

    /// <summary>As 0xRRGGBB, by its kind.</summary>
    public required int Color { get; init; }

    /// <summary>Whether it is not certain that the person comes.</summary>
    public bool IsFaint { get; init; }
}
