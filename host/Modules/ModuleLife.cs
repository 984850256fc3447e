namespace DrAivBot.Host.Modules;

/// <summary>The end of one version of a module, for its own code and for the host's calls into it.</summary>
#pragma warning disable CA1001 // The module's code may still hold the token; a source without a timer holds nothing.
internal sealed class ModuleLife : IModuleLife
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource stopping = new();

    public CancellationToken Stopping => stopping.Token;

    /// <summary>Ends what the module runs by itself.</summary>
    public Task EndAsync() => stopping.CancelAsync();
}
