namespace DrAivBot.Host.Modules.Bulkheads;

/// <summary>How much of a host one module may take.</summary>
/// <param name="Turns">Handlers of one module that run side by side. One that was given up no longer counts, though it may still run: of those the host bears a few and then starts afresh.</param>
internal sealed record BulkheadLimits(int Turns)
{
    /// <summary>Jobs of one module that run side by side, so that a place is left for the others.</summary>
    /// <param name="places">Jobs in all.</param>
    public static int JobsOf(int places) => Math.Max(1, places - Math.Max(1, places / 4));
}
