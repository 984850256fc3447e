using System.Diagnostics;

namespace DrAivBot.Chaos.Reloads;

/// <summary>Changes the modules of a running host one after another, and waits each time until the host has done with it.</summary>
internal sealed class ModuleHand(ReloadOptions options, ModuleList list, HostFigures figures, AnswerBook book, Postman postman)
{
    private const int ReloadsBetweenSwitches = 5;
    private const long StrangersFirstId = 700_000_000;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Random _random = new(options.Seed);
    private readonly List<Change> _changes = [];
    private readonly List<Change> _absences = [];
    private long _assembliesAtFirst;
    private int _strangers;

    public IReadOnlyList<Change> Changes => _changes;

    /// <summary>When the switched module was off, the way there and back included.</summary>
    public IReadOnlyList<Change> Absences => _absences;

    public int Reloads { get; private set; }

    /// <summary>How many versions must have left memory; what a migration refused may be tried again and leave again.</summary>
    public int Unloads { get; private set; }

    /// <summary>Assemblies of modules in memory that nothing explains; known at the end.</summary>
    public long SpareAssemblies => figures.Assemblies - _assembliesAtFirst - FailingModule.All.Sum(failing => failing.Stays);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _assembliesAtFirst = figures.Assemblies;
        var failing = new Queue<FailingModule>(FailingModule.All);
        for (var i = 1; i <= options.Count; i++)
        {
            await ChangeAsync(ChangeKind.Reload, ReloadAsync, cancellationToken);
            if (i % ReloadsBetweenSwitches == 0)
            {
                await SwitchAsync(cancellationToken);
            }

            while (failing.Count > 0 && (FailingModule.All.Count - failing.Count + 1) * options.Count <= i * (FailingModule.All.Count + 1))
            {
                await FailAsync(failing.Dequeue(), cancellationToken);
            }
        }

        while (failing.TryDequeue(out var next))
        {
            await FailAsync(next, cancellationToken);
        }

        await UntilAsync(() => SpareAssemblies <= 0, "the assemblies of old versions leave memory", cancellationToken);
    }

    private async Task ReloadAsync(CancellationToken cancellationToken)
    {
        await list.ReplaceAsync(cancellationToken);
        Reloads++;
        Unloads++;
        await UntilAsync(() => book.NewestBuild >= Reloads, $"build {Reloads} answers", cancellationToken);
    }

    private async Task SwitchAsync(CancellationToken cancellationToken)
    {
        var (began, id) = (Stopwatch.GetTimestamp(), LoadedModules.Ids[LoadedModules.Switched]);
        await ChangeAsync(ChangeKind.Switch, token => SwitchAsync(false, () => !figures.Is(id, "active"), token), cancellationToken);
        await ChangeAsync(ChangeKind.Switch, token => SwitchAsync(true, () => figures.Is(id, "active"), token), cancellationToken);
        _absences.Add(new(ChangeKind.Switch, began, Stopwatch.GetTimestamp()));
    }

    private async Task SwitchAsync(bool isOn, Func<bool> isDone, CancellationToken cancellationToken)
    {
        await list.SwitchAsync(isOn, cancellationToken);
        Unloads += isOn ? 0 : 1;
        await UntilAsync(isDone, isOn ? "the module is on" : "the module is off", cancellationToken);
    }

    private async Task FailAsync(FailingModule failing, CancellationToken cancellationToken)
    {
        await ChangeAsync(ChangeKind.Fail, token => PutInAsync(failing, token), cancellationToken);
        await ChangeAsync(ChangeKind.Fail, token => TakeOutAsync(failing, token), cancellationToken);
    }

    private async Task PutInAsync(FailingModule failing, CancellationToken cancellationToken)
    {
        await list.PutInAsync(failing, cancellationToken);
        await UntilAsync(() => figures.Is(failing.Id, failing.State), $"the module that fails in {failing.Stage} is {failing.State}", cancellationToken);
        for (var i = 0; i < failing.Writes; i++)
        {
            var said = book.ToStranger;
            var update = new PlannedUpdate(StrangersFirstId + _strangers++, options.Users, i, PoisonKind.Throw, Repetition.Once) { Link = failing.Id + "_" };
            await postman.DeliverAsync(update, cancellationToken);
            await UntilAsync(() => book.ToStranger > said, "the person who met a fault is told", cancellationToken);
        }
    }

    private async Task TakeOutAsync(FailingModule failing, CancellationToken cancellationToken)
    {
        await list.PutInAsync(null, cancellationToken);
        Unloads += failing.Unloads;
        await UntilAsync(() => !figures.Is(failing.Id, failing.State), $"the module that fails in {failing.Stage} is gone", cancellationToken);
    }

    private async Task ChangeAsync(ChangeKind kind, Func<CancellationToken, Task> actAsync, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        await actAsync(cancellationToken);
        await UntilAsync(() => figures.Unloaded >= Unloads, $"{Unloads} versions are proven gone", cancellationToken);
        _changes.Add(new(kind, began, Stopwatch.GetTimestamp()));
        await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(500, 1000)), TimeProvider.System, cancellationToken);
    }

    private async Task UntilAsync(Func<bool> isSo, string what, CancellationToken cancellationToken)
    {
        for (var began = Stopwatch.GetTimestamp(); !isSo();)
        {
            if (Stopwatch.GetElapsedTime(began) > Limit)
            {
                throw new TimeoutException($"After {Limit.TotalSeconds:0} s still not: {what} (unloaded {figures.Unloaded}, leaked {figures.Leaked}, assemblies {figures.Assemblies}).");
            }

            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }
    }
}
