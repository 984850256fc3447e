namespace DrAivBot.Chaos;

/// <summary>How a handler goes wrong.</summary>
internal enum PoisonKind
{
    /// <summary>Throws.</summary>
    Throw = 0,

    /// <summary>Never returns and ignores its cancellation, awaiting or blocking its thread.</summary>
    Hang = 1,

    /// <summary>Allocates until nothing is left.</summary>
    Allocate = 2,

    /// <summary>Ends the process, by Environment.FailFast or an overflown stack.</summary>
    Crash = 3,
}
