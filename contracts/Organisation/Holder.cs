namespace DrAivBot.Organisation;

/// <summary>Who holds a position.</summary>
public sealed record Holder
{
    /// <summary>The member.</summary>
    public required UserId UserId { get; init; }

    /// <summary>The member's name, untrusted text.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the founder holds it only until it is filled. False by default.</summary>
    public bool IsTemporary { get; init; }

    /// <summary>How far they are trained for the position, 0 to 100. 100 by default, and where training means nothing.</summary>
    public int TrainingPercent { get; init; } = 100;
}
