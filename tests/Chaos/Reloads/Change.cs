namespace DrAivBot.Chaos.Reloads;

/// <summary>A change of modules, from the moment its list was saved until the host has done with it.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="From">Ticks of the stopwatch.</param>
/// <param name="To">When the new state stood and the old version was proven gone.</param>
internal sealed record Change(ChangeKind Kind, long From, long To)
{
    public bool Overlaps(Written written) => written.DueAt <= To && written.AnsweredAt >= From;
}

/// <summary>What can be done to modules.</summary>
internal enum ChangeKind
{
    /// <summary>Replaced by the next build.</summary>
    Reload = 0,

    /// <summary>Switched off or on.</summary>
    Switch = 1,

    /// <summary>One that fails is put in or taken out.</summary>
    Fail = 2,
}
