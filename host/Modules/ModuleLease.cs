namespace DrAivBot.Host.Modules;

/// <summary>A module in use for longer than a turn: it is closed when this ends, or its drain time is over.</summary>
internal readonly record struct ModuleLease(LoadedModule Module) : IDisposable
{
    public void Dispose() => Module.Leave();
}
