using DrAivBot.Host.Database;
using DrAivBot.Host.Modules.Bulkheads;
using DrAivBot.Host.Modules.Live;
using Npgsql;

using DrAivBot.Host.Modules.Gate;

namespace DrAivBot.Host.Modules;

/// <summary>
/// The modules of plugins.json and where each is in its life. A module that fails in any way is refused with the reason
/// in words; the others run, and of a module that ran before the version that ran goes on.
/// </summary>
/// <param name="file">What is to run at the start.</param>
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
    private readonly SemaphoreSlim turnstile = new(1);
    private readonly CancellationTokenSource stopping = new();
    private readonly ModuleStatuses statuses = new();
    private readonly RouteSnapshots snapshots = new(core);
    private readonly Dictionary<string, (string Fingerprint, string Reason)> failed = new(StringComparer.Ordinal);

    /// <summary>The present snapshot, for a look; who calls modules takes <see cref="Lease"/>.</summary>
    public RouteTable Routes => snapshots.Present;

    /// <summary>In the order of the file; a snapshot.</summary>
    public IReadOnlyList<ModuleStatus> Statuses => ModuleBulkheads.Show(statuses.All, Routes);

    /// <summary>Whether the modules of the start have been loaded or refused.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Lets old versions go.</summary>
    public ModuleRetirement Retirement { get; init; } = new(logger);

    /// <summary>The present snapshot, kept from being closed until the lease is disposed; a turn takes it once.</summary>
    public RouteLease Lease() => snapshots.Lease();

    /// <summary>A job that is active now, its module kept from being closed until the lease is disposed; null when there is none.</summary>
    public (JobRegistration Job, ModuleLease Lease)? LeaseJob(string moduleId, string id)
    {
        using var routes = Lease();
        return routes.Routes.FindJob(moduleId, id) is { } job ? (job, job.Module.Lease()) : null;
    }

    /// <summary>Loads every enabled module. Call once.</summary>
    /// <exception cref="NpgsqlException">The database went away, which is no module's fault: a host without its modules would answer their users wrongly.</exception>
    public async Task LoadAllAsync(CancellationToken cancellationToken)
    {
        statuses.Replace([.. file.Entries.Select(entry => new ModuleStatus
        {
            Id = entry.Id,
            Path = entry.Path,
            State = entry.Enabled ? ModuleState.Discovered : ModuleState.Disabled,
        })]);
        await ApplyAsync(file, [], (_, _) => Task.CompletedTask, cancellationToken);
        IsReady = true;
    }

    /// <summary>
    /// Changes what runs to what the file says. New versions are loaded and checked beside the running ones, which go on
    /// until everything stands; then the routes switch at once, and what no longer has any is let go in the background.
    /// </summary>
    /// <param name="wanted">What shall run.</param>
    /// <param name="again">Ids of modules to load again even if nothing about them changed.</param>
    /// <param name="prepareAsync">What must be known before the new routes answer; what it throws cancels the change.</param>
    /// <param name="cancellationToken">Cancelled when the host stops: nothing has changed then.</param>
    /// <exception cref="NpgsqlException">The database is away: nothing has changed.</exception>
    public async Task ApplyAsync(
        PluginsFile wanted, IReadOnlyCollection<string> again, Func<RouteTable, CancellationToken, Task> prepareAsync, CancellationToken cancellationToken)
    {
        await turnstile.WaitAsync(cancellationToken);
        var seats = ModuleSeating.Arrange(wanted, Routes.Modules, statuses.All);
        try
        {
            await LoadAsync(wanted, seats, again, cancellationToken);
            var chosen = await SettleAsync(seats, cancellationToken);
            var table = snapshots.Next(chosen);
            await prepareAsync(table, cancellationToken);
            Switch(seats, table);
            foreach (var module in seats.Select(seat => seat.Fresh).OfType<LoadedModule>())
            {
                await module.NoteGoodAsync();
            }
        }
        finally
        {
            foreach (var rejected in seats.SelectMany(seat => seat.Rejected.Append(seat.Fresh)).OfType<LoadedModule>().Except(Routes.Modules))
            {
                Retire(rejected, didRun: false);
            }

            turnstile.Release();
        }
    }

    /// <summary>When every version that was let go so far is gone, or known to stay.</summary>
    public Task SettledAsync() => statuses.RetirementsAsync();

    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested)
        {
            return;
        }

        await stopping.CancelAsync();
        await statuses.RetirementsAsync();
        foreach (var module in Routes.Modules.Reverse())
        {
            module.KeepCode();
            if (await new LeavingModule(module, []) { DidRun = true }.CloseAsync() is { } reason)
            {
                LogNotClosed(module.Manifest.Id, reason);
            }
        }

        stopping.Dispose();
        turnstile.Dispose();
    }

    private async Task LoadAsync(PluginsFile wanted, IReadOnlyList<ModuleSeat> seats, IReadOnlyCollection<string> again, CancellationToken cancellationToken)
    {
        foreach (var seat in seats)
        {
            if (!seat.Entry.Enabled)
            {
                seat.Leave();
            }
            else if (seat.Entry.Problems.Count > 0)
            {
                seat.RefuseEntry(string.Join('\n', seat.Entry.Problems));
            }
            else
            {
                await LoadAsync(seat, wanted.OthersOf(seat.Entry), again.Contains(seat.Id), cancellationToken);
            }
        }
    }

    private async Task LoadAsync(ModuleSeat seat, IReadOnlyCollection<string> others, bool again, CancellationToken cancellationToken)
    {
        // Boundary "module load": the reader of metadata throws anything at a file that is damaged, or made to be.
#pragma warning disable CA1031
        var fingerprint = "";
        try
        {
            var entry = await loader.LocateAsync(seat.Entry, cancellationToken);
            fingerprint = await ModuleFingerprint.OfAsync(entry, cancellationToken);
            if (!again && seat.Running?.Fingerprint == fingerprint)
            {
                return;
            }

            if (!again && failed.TryGetValue(seat.Id, out var last) && last.Fingerprint == fingerprint)
            {
                seat.RefuseEntry(last.Reason);
                return;
            }

            await LoadAsync(seat, entry, others, fingerprint, cancellationToken);
            failed.Remove(seat.Id);
        }
        catch (Exception refused) when (refused is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var reason = ModuleFault.Describe("Reading its files", refused);
            seat.RefuseEntry(reason);
            failed[seat.Id] = (fingerprint, reason);
        }
#pragma warning restore CA1031
    }

    private async Task LoadAsync(ModuleSeat seat, PluginsEntry entry, IReadOnlyCollection<string> others, string fingerprint, CancellationToken cancellationToken)
    {
        var package = await gate.InspectAsync(entry, others, cancellationToken);
        seat.Status = seat.Status.Describe(package);
        if (package.Problems.Count > 0)
        {
            throw new ModuleRefusedException(string.Join('\n', package.Problems));
        }

        // At the start nobody is held up by compiling what is called first, but everybody waits for the start.
        var fresh = await loader.LoadAsync(entry, package, fingerprint, compiles: IsReady, cancellationToken);
        seat.Take(fresh);
        if (entry.Version is { } asked && asked != fresh.StoredAs)
        {
            seat.RefuseChosen($"The stored version {asked} is not what it was when it ran. Find out who changed it; remove \"version\" to run what lies at \"path\".");
            return;
        }

        seat.Status = seat.Status with { Version = fresh.Manifest.Version, State = ModuleState.Migrating, Routes = [.. fresh.Routes.Select(route => route.Name)] };
        if (!IsReady)
        {
            statuses.Set(seat.Status);
        }
    }

    /// <summary>Migrates what is to run, each after what it requires; what fails leaves, and with it what needs it.</summary>
    private async Task<IReadOnlyList<LoadedModule>> SettleAsync(IReadOnlyList<ModuleSeat> seats, CancellationToken cancellationToken)
    {
        var migrated = new HashSet<LoadedModule>();
        while (true)
        {
            var chosen = ModuleSettlement.Settle(core, seats);
            if (chosen.FirstOrDefault(module => !migrated.Contains(module) && !Routes.Modules.Contains(module)) is not { } next)
            {
                return chosen;
            }

            migrated.Add(next);
            if (await MigrateAsync(next, cancellationToken) is { } reason)
            {
                seats.First(seat => seat.Fresh == next).RefuseChosen(reason);
            }
        }
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

    private void Switch(IReadOnlyList<ModuleSeat> seats, RouteTable table)
    {
        var before = statuses.All;
        var gone = Routes.Modules.Except(table.Modules).ToList();
        statuses.Replace([.. seats.Select(seat => ModuleConclusion.Of(seat, time.GetUtcNow()))]);
        snapshots.Switch(table);
        foreach (var status in statuses.All.Where(status => before.FirstOrDefault(old => old.Id == status.Id) is not { } old || old.State != status.State || old.Reason != status.Reason || old.LoadedAt != status.LoadedAt))
        {
            Tell(status);
        }

        gone.ForEach(module => Retire(module, didRun: true));
    }

    private void Retire(LoadedModule module, bool didRun)
    {
        var leaving = new LeavingModule(module, didRun ? snapshots.With(module) : []) { DidRun = didRun };
        statuses.Follow(leaving, Task.Run(() => Retirement.RetireAsync(leaving, snapshots.Forget, stopping.Token), CancellationToken.None));
    }

    private void Tell(ModuleStatus status)
    {
        if (status.State == ModuleState.Active)
        {
            LogActive(status.Id, status.Version!, status.Routes.Count);
        }

        if (status.Reason.Length > 0)
        {
            LogRefused(status.Id, status.Reason);
        }
    }

    [LoggerMessage(LogLevel.Information, "Module '{Module}' {Version} is active with {Routes} routes")]
    private partial void LogActive(string module, Version version, int routes);

    [LoggerMessage(LogLevel.Error, "Module '{Module}': {Reason}")]
    private partial void LogRefused(string module, string reason);

    [LoggerMessage(LogLevel.Warning, "Module '{Module}' stopped, but not cleanly: {Reason}")]
    private partial void LogNotClosed(string module, string reason);
}
