using System.Runtime.CompilerServices;

namespace DrAivBot.Host.Modules.Live;

/// <summary>
/// A module on its way out. The only strong reference to it that is left lies here, and goes when it is closed: a local
/// variable somewhere else would keep its code in memory.
/// </summary>
internal sealed class LeavingModule(LoadedModule module, IReadOnlyCollection<RouteTable> tables)
{
    private static readonly TimeSpan CloseTime = TimeSpan.FromSeconds(5);

    private readonly WeakReference code = module.Track();
    private LoadedModule? module = module;
    private IReadOnlyCollection<RouteTable> tables = tables;

    public string Id { get; } = module.Manifest.Id;

    public Version Version { get; } = module.Manifest.Version;

    public string? StoredAs { get; } = module.StoredAs;

    /// <summary>Whether it ran, so that its end is of interest to the operator.</summary>
    public required bool DidRun { get; init; }

    /// <summary>Whether a turn or a job still uses it.</summary>
    public bool IsInUse => module is { IsInUse: true } || tables.Any(table => table.IsInUse);

    /// <summary>Its assembly, for as long as that is in memory.</summary>
    public WeakReference Code => code;

    /// <summary>Ends its services and lets go of it.</summary>
    /// <returns>What went wrong, in words; null for nothing.</returns>
    public async Task<string?> CloseAsync()
    {
        tables = [];
        try
        {
            await Task.Run(TakeEnd, CancellationToken.None).WaitAsync(CloseTime, TimeProvider.System, CancellationToken.None);
            return null;
        }
        catch (TimeoutException)
        {
            return $"Its services did not end within {CloseTime.TotalSeconds:0} seconds: a DisposeAsync of the module waits for something.";
        }

        // Boundary "module load": what the module's services throw while they end stops nothing, and only the words are kept.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return ModuleFault.Describe("Disposing its services", fault);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Task TakeEnd()
    {
        var leaving = module;
        module = null;
        return leaving?.DisposeAsync().AsTask() ?? Task.CompletedTask;
    }
}
