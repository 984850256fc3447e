namespace DrAivBot.Host.Modules;

/// <summary>
/// The first turn of its kind in a module that was just loaded: the module's code is compiled meanwhile. One at a time in
/// each module, because others would only wait for the same code, each with a thread.
/// </summary>
internal sealed class FirstTurn : IDisposable
{
    private readonly LoadedModule _module;

    private FirstTurn(LoadedModule module) => _module = module;

    /// <summary>Null when another one of the module is under way.</summary>
    public static FirstTurn? TryBegin(LoadedModule module) => module.TryBeginFirst() ? new(module) : null;

    public void Dispose() => _module.EndFirst();
}
