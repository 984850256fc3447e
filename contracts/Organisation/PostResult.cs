namespace DrAivBot.Organisation;

/// <summary>What became of an act on a position or unit, with what a screen needs to say so.</summary>
public sealed record PostResult
{
    /// <summary>What became of it.</summary>
    public required PostOutcome Outcome { get; init; }

    /// <summary>The position after the act; null when it was refused or concerned a unit.</summary>
    public Position? Position { get; init; }

    /// <summary>
    /// Who held the position for good before a replacement or freeing; for <see cref="PostOutcome.Occupied"/> and
    /// <see cref="PostOutcome.HolderChanged"/> who holds it now. Null otherwise, and when nobody did.
    /// </summary>
    public Holder? Holder { get; init; }

    /// <summary>How much waits or was handed over. 0 by default.</summary>
    public int OpenItems { get; init; }

    /// <summary>To whom what waited was handed over; null when nothing was.</summary>
    public Position? HandedTo { get; init; }

    /// <summary>Whether it is done.</summary>
    public bool IsDone => Outcome == PostOutcome.Done;
}
