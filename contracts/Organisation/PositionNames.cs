namespace DrAivBot.Organisation;

/// <summary>A position's name by language; the same in all when the company gave it, untrusted text then.</summary>
public sealed record PositionNames
{
    /// <summary>In Russian.</summary>
    public required string Russian { get; init; }

    /// <summary>In English.</summary>
    public required string English { get; init; }
}
