using DrAivBot.Host.Database;
using Npgsql;

using DrAivBot.Host.Modules.Gate;

namespace DrAivBot.Host.Modules;

/// <summary>
/// The modules of plugins.json and where each is in its life. A module that fails in any way is refused with the reason
/// in words; the others run.
/// </summary>
/// <param name="file">What is to run.</param>
/// <param name="core">The host's own routes.</param>
/// <param name="gate">Judges files before code runs.</param>
/// <param name="loader">Loads and registers.</param>
/// <param name="migrateAsync">Brings the module's schema up to date; what it throws refuses the module, unless the database is away.</param>
/// <param name="time">For <see cref="ModuleStatus.LoadedAt"/>.</param>
/// <param name="logger">One line a module.</param>
internal sealed partial class ModuleCatalogue(
    PluginsFile file,
    LoadedModule core,
    ModuleGate gate,
    ModuleLoader loader,
    Func<MigrationTarget, CancellationToken, Task> migrateAsync,
    TimeProvider time,
    ILogger<ModuleCatalogue> logger) : IAsyncDisposable
{
    private readonly List<ModuleStatus> statuses = [];
    private volatile RouteTable routes = new([core]);

    /// <summary>The present snapshot; a turn takes it once.</summary>
    public RouteTable Routes => routes;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ModuleStatus> Statuses => statuses;

    /// <summary>Loads every enabled module. Call once.</summary>
    /// <exception cref="NpgsqlException">The database went away, which is no module's fault: a host without its modules would answer their users wrongly.</exception>
    public async Task LoadAllAsync(CancellationToken cancellationToken)
    {
        statuses.AddRange(file.Entries.Select(entry => new ModuleStatus
        {
            Id = entry.Id,
            Path = entry.Path,
            State = entry.Enabled ? ModuleState.Discovered : ModuleState.Disabled,
        }));
        var registered = new List<LoadedModule>();
        for (var i = 0; i < file.Entries.Count; i++)
        {
            if (file.Entries[i].Problems.Count > 0)
            {
                Refuse(i, string.Join('\n', file.Entries[i].Problems));
            }
            else if (file.Entries[i].Enabled && await LoadAsync(i, cancellationToken) is { } module)
            {
                registered.Add(module);
            }
        }

        await RefuseWhatMissesAsync(registered);
        await RefuseWhatClashesAsync(registered);
        await RefuseWhatMissesAsync(registered);
        await ActivateAsync(registered, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var module in routes.Modules.Reverse())
        {
            await CloseAsync(module);
        }
    }

    private async Task<LoadedModule?> LoadAsync(int index, CancellationToken cancellationToken)
    {
        var entry = file.Entries[index];

        // Boundary "module load": the reader of metadata throws anything at a file that is damaged, or made to be.
#pragma warning disable CA1031
        try
        {
            var others = file.Entries.Where(other => other != entry).Select(other => Path.GetFileNameWithoutExtension(other.Path)).ToHashSet();
            others.Remove(Path.GetFileNameWithoutExtension(entry.Path));
            var package = await gate.InspectAsync(entry, others, cancellationToken);
            statuses[index] = statuses[index] with
            {
                Version = package.AssemblyVersion,
                Hash = package.Hash,
                ContractsVersion = package.ContractsVersion,
            };
            if (package.Problems.Count > 0)
            {
                Refuse(index, string.Join('\n', package.Problems));
                return null;
            }

            var module = await loader.LoadAsync(entry, package, cancellationToken);
            statuses[index] = statuses[index] with
            {
                Version = module.Manifest.Version,
                State = ModuleState.Migrating,
                Routes = [.. module.Routes.Select(route => route.Name)],
            };
            return module;
        }
        catch (Exception refused) when (refused is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Refuse(index, ModuleFault.Describe("Reading its files", refused));
            return null;
        }
#pragma warning restore CA1031
    }

    private async Task RefuseWhatClashesAsync(List<LoadedModule> registered)
    {
        var accepted = new List<LoadedModule> { core };
        foreach (var module in registered.ToArray())
        {
            var clashes = RouteClashes.Find(module, accepted);
            if (clashes.Count == 0)
            {
                accepted.Add(module);
                continue;
            }

            registered.Remove(module);
            await RefuseAsync(module, string.Join('\n', clashes));
        }
    }

    private async Task RefuseWhatMissesAsync(List<LoadedModule> registered)
    {
        while (registered.Select(module => (Module: module, Reason: Missing(module, registered)))
            .FirstOrDefault(found => found.Reason is not null) is { Module: { } module, Reason: { } reason })
        {
            registered.Remove(module);
            await RefuseAsync(module, reason);
        }
    }

    private string? Missing(LoadedModule module, List<LoadedModule> registered) =>
        ModuleRequirements.FindMissing(module, [.. registered.Select(other => other.Manifest.Id)], statuses);

    private async Task ActivateAsync(List<LoadedModule> registered, CancellationToken cancellationToken)
    {
        var sorted = ModuleRequirements.Sort(registered);
        var cyclic = registered.Except(sorted).ToArray();
        foreach (var module in cyclic)
        {
            await RefuseAsync(module, ModuleRequirements.DescribeCycle(module, cyclic));
        }

        var active = new List<LoadedModule> { core };
        foreach (var module in sorted)
        {
            var reason = Missing(module, active) ?? await MigrateAsync(module, cancellationToken);
            if (reason is not null)
            {
                await RefuseAsync(module, reason);
                continue;
            }

            active.Add(module);
            Activate(module);
        }

        routes = new RouteTable(active);
    }

    private void Activate(LoadedModule module)
    {
        var index = IndexOf(module);
        statuses[index] = statuses[index] with
        {
            State = ModuleState.Active,
            MigrationsApplied = [.. module.MigrationScripts.Select(script => script.File)],
            LoadedAt = time.GetUtcNow(),
        };
        LogActive(module.Manifest.Id, module.Manifest.Version, module.Routes.Count);
    }

    private async Task<string?> MigrateAsync(LoadedModule module, CancellationToken cancellationToken)
    {
        // Boundary "module load": whatever a module's migration does wrong refuses that module only.
#pragma warning disable CA1031
        try
        {
            await migrateAsync(new MigrationTarget(module.Manifest.Id, module.Manifest.Id, module.MigrationScripts), cancellationToken);
            return null;
        }
        catch (Exception fault) when (!IsOutside(fault, cancellationToken))
        {
            return $"Its migrations failed, and nothing of the failed one stays: {fault.Message}";
        }
#pragma warning restore CA1031
    }

    private static bool IsOutside(Exception fault, CancellationToken cancellationToken) => fault switch
    {
        OperationCanceledException => cancellationToken.IsCancellationRequested,
        NpgsqlException away => DatabaseAccess.IsAway(away),
        _ => false,
    };

    private async Task RefuseAsync(LoadedModule module, string reason)
    {
        Refuse(IndexOf(module), reason);
        await CloseAsync(module);
    }

    private void Refuse(int index, string reason)
    {
        statuses[index] = statuses[index] with { State = ModuleState.Refused, Reason = reason, Routes = [] };
        LogRefused(statuses[index].Id, reason);
    }

    private async Task CloseAsync(LoadedModule module)
    {
        // Boundary "module load": a service of the module that fails while it is disposed must not stop the host's own end.
#pragma warning disable CA1031
        try
        {
            await module.DisposeAsync();
        }
        catch (Exception fault)
        {
            LogNotClosed(module.Manifest.Id, ModuleFault.Describe("Disposing its services", fault));
        }
#pragma warning restore CA1031
    }

    private int IndexOf(LoadedModule module) => statuses.FindIndex(status => status.Id == module.Manifest.Id);

    [LoggerMessage(LogLevel.Information, "Module '{Module}' {Version} is active with {Routes} routes")]
    private partial void LogActive(string module, Version version, int routes);

    [LoggerMessage(LogLevel.Error, "Module '{Module}': {Reason}")]
    private partial void LogRefused(string module, string reason);

    [LoggerMessage(LogLevel.Warning, "Module '{Module}' stopped, but not cleanly: {Reason}")]
    private partial void LogNotClosed(string module, string reason);
}
