using DrAivBot.Host.Modules.Gate;
using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Modules;

/// <summary>Loads a module that passed the gate into a context of its own and lets it register.</summary>
/// <param name="store">Where its files are copied to.</param>
/// <param name="registrar">Asks it for its declarations.</param>
/// <param name="overrides">The operator's own words.</param>
/// <param name="verify">Further checks of what it declared; what they throw refuses the module.</param>
/// <param name="time">For the deadline.</param>
internal sealed class ModuleLoader(
    ModuleStore store, ModuleRegistrar registrar, TextOverrides overrides, Action<LoadedModule> verify, TimeProvider time)
{
    /// <summary>How long constructor, manifest and Register may take together. 10 seconds by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <inheritdoc cref="ModuleStore.LocateAsync"/>
    public Task<PluginsEntry> LocateAsync(PluginsEntry entry, CancellationToken cancellationToken) => store.LocateAsync(entry, cancellationToken);

    /// <param name="entry">Its entry.</param>
    /// <param name="package">What the gate saw.</param>
    /// <param name="fingerprint">Of its files.</param>
    /// <param name="compiles">Whether its code is compiled at once; otherwise when it is first called.</param>
    /// <param name="cancellationToken">Cancelled when the host stops.</param>
    /// <exception cref="ModuleRefusedException">The module failed; the message says how, in words.</exception>
    public async Task<LoadedModule> LoadAsync(
        PluginsEntry entry, ModulePackage package, string fingerprint, bool compiles, CancellationToken cancellationToken)
    {
        var stored = await store.StoreAsync(entry.Id, package, cancellationToken);
        var context = new ModuleContext(stored);
        try
        {
            var module = await ModuleThread.RunAsync(
                $"load {entry.Id}", Timeout, time, () => Create(entry, package, context, fingerprint, compiles), cancellationToken);
            module.Texts = await overrides.ApplyAsync(module.Texts, cancellationToken);
            return module;
        }
        catch (TimeoutException)
        {
            throw new ModuleRefusedException(
                $"It did not finish its constructor, Manifest and Register within {Timeout.TotalSeconds:0} seconds. Register only declares: remove "
                + "waiting, files and network from it. Its thread cannot be stopped and stays until the host restarts.");
        }

        // Boundary "module load": any exception of a module refuses that module only, and only its words are kept.
#pragma warning disable CA1031
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var reason = ModuleFault.Describe("Loading it", fault);
            context.Dispose();
            throw new ModuleRefusedException(reason);
        }
#pragma warning restore CA1031
    }

    private LoadedModule Create(PluginsEntry entry, ModulePackage package, ModuleContext context, string fingerprint, bool compiles)
    {
        var module = context.Create(package.ModuleClass);
        var loaded = registrar.Register(module, entry.Id, entry.Settings, entry.Path, context, fingerprint);
        verify(loaded);
        if (compiles)
        {
            Precompiled.Compile(module.GetType().Assembly);
        }

        return loaded;
    }
}
