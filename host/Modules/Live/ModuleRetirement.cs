namespace DrAivBot.Host.Modules.Live;

/// <summary>
/// Lets versions that no longer have routes finish, ends them and proves that their code has left memory. Runs beside
/// everything else; several may be under way.
/// </summary>
internal sealed partial class ModuleRetirement(ILogger logger)
{
    /// <summary>Ending and collecting the old version waits for the first turns of the new one: both at once hold up everybody.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private long unloads;
    private long leaks;

    /// <summary>How long calls under way may take to end before they are given up. 10 seconds by default.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Versions whose code has left memory.</summary>
    public long Unloads => Interlocked.Read(ref unloads);

    /// <summary>Versions whose code has not.</summary>
    public long Leaks => Interlocked.Read(ref leaks);

    /// <summary>From draining to the end.</summary>
    /// <param name="leaving">The version; already without routes.</param>
    /// <param name="forget">Lets the host let go of earlier routes that nobody uses any more.</param>
    /// <param name="stopping">The host stops: everything goes with it, and nothing is proven.</param>
    /// <returns>What became of it.</returns>
    public async Task<RetiredVersion> RetireAsync(LeavingModule leaving, Action forget, CancellationToken stopping)
    {
        var began = TimeProvider.System.GetTimestamp();
        if (leaving.DidRun)
        {
            await BreatheAsync(stopping);
        }

        while (leaving.IsInUse && !stopping.IsCancellationRequested && TimeProvider.System.GetElapsedTime(began) < DrainTime)
        {
            await Task.Delay(Look, TimeProvider.System, CancellationToken.None);
        }

        var givenUp = leaving.IsInUse ? $"Calls under way did not end within {DrainTime.TotalSeconds:0} seconds and were given up; they run again with the version that is active then. " : "";
        var trouble = givenUp + await leaving.CloseAsync();
        var retired = new RetiredVersion { Version = leaving.Version, StoredAs = leaving.StoredAs, State = ModuleState.Draining, Reason = trouble.Trim() };
        if (stopping.IsCancellationRequested)
        {
            return retired;
        }

        try
        {
            if (await UnloadProof.IsGoneAsync(leaving.Code, forget, stopping))
            {
                Interlocked.Increment(ref unloads);
                LogUnloaded(leaving.Id, leaving.Version, TimeProvider.System.GetElapsedTime(began).TotalSeconds);
                return retired with { State = ModuleState.Unloaded };
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return retired;
        }

        var holder = HolderSearch.Find(leaving.Code);
        Interlocked.Increment(ref leaks);
        LogLeaked(leaving.Id, leaving.Version, holder);
        return retired with { State = ModuleState.Leaked, Reason = $"{trouble} {holder}".Trim() };
    }

    private static async Task BreatheAsync(CancellationToken stopping)
    {
        try
        {
            await Task.Delay(Breath, TimeProvider.System, stopping);
        }
        catch (OperationCanceledException)
        {
            // The host stops: what is left is ended at once.
        }
    }

    [LoggerMessage(LogLevel.Information, "Module '{Module}' {Version} has left memory after {Seconds:0.0} s")]
    private partial void LogUnloaded(string module, Version version, double seconds);

    [LoggerMessage(LogLevel.Warning, "Module '{Module}' {Version} was ended, but its code stays in memory: {Holder}")]
    private partial void LogLeaked(string module, Version version, string holder);
}
