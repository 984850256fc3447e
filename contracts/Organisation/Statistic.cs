namespace DrAivBot.Organisation;

/// <summary>What a unit is measured by.</summary>
public sealed record Statistic
{
    /// <summary>Its name in the user's language.</summary>
    public required string Name { get; init; }

    /// <summary>Its unit in the user's language, for example <c>%</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>Whether less is better. False by default.</summary>
    public bool IsInverted { get; init; }
}
