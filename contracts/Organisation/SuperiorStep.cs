namespace DrAivBot.Organisation;

/// <summary>One step of a chain of superiors: the position that decides and the person who acts for it today.</summary>
public sealed record SuperiorStep
{
    /// <summary>The position. Never vacant.</summary>
    public required Position Position { get; init; }

    /// <summary>Its holder, or the deputy while the holder is absent. Never the person whose matter it is.</summary>
    public required Holder Actor { get; init; }

    /// <summary>Whether the actor stands in for the holder. False by default.</summary>
    public bool IsDeputy { get; init; }
}
