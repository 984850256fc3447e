namespace DrAivBot;

/// <summary>
/// How long this version of the module runs. Inject it into what runs by itself, such as a loop with a
/// <see cref="PeriodicTimer"/>: what goes on after <see cref="Stopping"/> keeps the module's code in memory when it is
/// replaced or switched off. Singletons that are <see cref="IAsyncDisposable"/> are disposed right after it.
/// </summary>
public interface IModuleLife
{
    /// <summary>
    /// Cancelled when the module is switched off, replaced or the host stops, after its calls under way have ended or
    /// been given up (10 seconds at most). Every wait of a loop takes this token.
    /// </summary>
    CancellationToken Stopping { get; }
}
