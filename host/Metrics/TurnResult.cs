namespace DrAivBot.Host.Metrics;

/// <summary>What one try of a turn came to.</summary>
internal enum TurnResult
{
    /// <summary>Committed.</summary>
    Answered,

    /// <summary>The update asked for nothing and was dropped.</summary>
    Ignored,

    /// <summary>The handler threw; it is tried again.</summary>
    Failed,

    /// <summary>The handler did not end in time; it is tried again.</summary>
    TimedOut,

    /// <summary>The last try failed too: the update was set aside.</summary>
    SetAside,

    /// <summary>The database went away; nobody's fault, tried again.</summary>
    DatabaseAway,
}
