using System.Globalization;
using DrAivBot.Host.Delivery;

namespace DrAivBot.Host.Modules.Bulkheads;

/// <summary>
/// Keeps what is wrong with one module from the others: it takes no more than its share of the host, and after repeated
/// failures it rests. Each host keeps its own account; a new version begins with a clean one.
/// </summary>
internal sealed partial class ModuleBulkheads(BulkheadLimits limits, OperatorAlerts alerts, TimeProvider time, ILogger<ModuleBulkheads> logger)
{
    private readonly long _began = time.GetTimestamp();
    private long _quarantines;

    /// <summary>How often a module had to rest.</summary>
    public long Quarantines => Interlocked.Read(ref _quarantines);

    private TimeSpan Now => time.GetElapsedTime(_began);

    /// <summary>Whether <see cref="TryEnter"/> would say yes.</summary>
    public bool IsPassable(LoadedModule module) => !module.Breaker.IsOpen || module.Breaker.IsPassable(Now);

    /// <summary>Whether code of the module may run; what was let in tells with <see cref="Succeeded"/> or <see cref="Failed"/> how it ended.</summary>
    public bool TryEnter(LoadedModule module) => !module.Breaker.IsOpen || module.Breaker.TryEnter(Now);

    /// <summary>Takes a place for a turn; given back with <see cref="LoadedModule.LeaveTurn"/>.</summary>
    /// <exception cref="ModuleBusyException">There is none.</exception>
    public void TakePlace(LoadedModule module)
    {
        if (!module.TryEnterTurn(limits.Turns))
        {
            throw new ModuleBusyException(module.Manifest.Id);
        }
    }

    /// <summary>Notes that a turn or job of a module ended well; null for one of none.</summary>
    public void Succeeded(LoadedModule? module)
    {
        if (module?.Breaker.Succeed(Now) == true)
        {
            LogClosed(module.Manifest.Id);
            alerts.Raise("core.alert.module_back", ("module", module.Manifest.Id), ("time", Clock()));
        }
    }

    /// <summary>Notes that a turn or job of a module failed; null for one of none.</summary>
    /// <param name="module">The module.</param>
    /// <param name="what">The route or job.</param>
    /// <param name="error">What was thrown; its words may be personal and are not used.</param>
    public void Failed(LoadedModule? module, string? what, Exception error)
    {
        // The host's own screens are the way to everything else.
        if (module is null || module.IsCore)
        {
            return;
        }

        var weight = error is TimeoutException or OperationCanceledException ? Breaker.HangWeight : 1;
        if (!module.Breaker.Fail(weight, $"{what} with {error.GetType().FullName}", Now))
        {
            return;
        }

        Interlocked.Increment(ref _quarantines);
        var (reason, seconds) = (module.Breaker.Reason, (int)module.Breaker.Rest.TotalSeconds);
        LogOpened(module.Manifest.Id, seconds, reason);
        alerts.Raise("core.alert.module_quarantined", ("module", module.Manifest.Id), ("seconds", seconds), ("route", what ?? "—"), ("time", Clock()));
    }

    /// <summary>The statuses with what rests now shown as such.</summary>
    public static IReadOnlyList<ModuleStatus> Show(IReadOnlyList<ModuleStatus> statuses, RouteTable routes) =>
        routes.Modules.Any(module => module.Breaker.IsOpen)
            ? [.. statuses.Select(status => status.State == ModuleState.Active && routes.Modules.FirstOrDefault(module => module.Manifest.Id == status.Id) is { Breaker: { IsOpen: true } breaker }
                ? status with { State = ModuleState.Quarantined, Reason = string.Create(CultureInfo.InvariantCulture, $"{breaker.Reason} It rests and is tried again after {breaker.Rest.TotalSeconds:0} s; the log has the errors. {status.Reason}").TrimEnd() }
                : status)]
            : statuses;

    /// <summary>Makes the news news: an alert with the same words is not repeated for ten minutes.</summary>
    private string Clock() => time.GetUtcNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Error, "Module '{Module}' rests for {Seconds} s: {Reason}")]
    private partial void LogOpened(string module, int seconds, string reason);

    [LoggerMessage(LogLevel.Warning, "Module '{Module}' was tried again and works: it is active")]
    private partial void LogClosed(string module);
}
