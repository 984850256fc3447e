using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace DrAivBot.Host.Modules.Live;

/// <summary>Where each module is in its life, as one snapshot that changes as a whole.</summary>
internal sealed class ModuleStatuses
{
    private const int MostRetired = 5;

    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<Task, bool> retirements = new();
    private ImmutableArray<ModuleStatus> all = [];

    public IReadOnlyList<ModuleStatus> All
    {
        get
        {
            lock (gate)
            {
                return all;
            }
        }
    }

    /// <summary>Takes what a change came to; what became of old versions while it was worked out stays.</summary>
    public void Replace(ImmutableArray<ModuleStatus> statuses)
    {
        lock (gate)
        {
            all = [.. statuses.Select(status => all.FirstOrDefault(now => now.Id == status.Id) is { } now ? Keep(status, now) : status)];
        }
    }

    private static ModuleStatus Keep(ModuleStatus status, ModuleStatus now) => status.State == ModuleState.Draining && now.State is (ModuleState.Unloaded or ModuleState.Leaked)
        ? status with { State = now.State, Reason = now.Reason, Retired = now.Retired }
        : status with { Retired = now.Retired };

    public void Set(ModuleStatus status) => Change(status.Id, _ => status);

    /// <summary>Shows a version on its way out, and in the end what became of it.</summary>
    public void Follow(LeavingModule leaving, Task<RetiredVersion> retirement)
    {
        if (leaving.DidRun)
        {
            var begun = new RetiredVersion { Version = leaving.Version, StoredAs = leaving.StoredAs, State = ModuleState.Draining };
            Change(leaving.Id, status => status with { Retired = [begun, .. status.Retired.Take(MostRetired - 1)] });
            retirement = EndAsync(leaving.Id, begun, retirement);
        }

        retirements[retirement] = true;
        _ = retirement.ContinueWith(done => retirements.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>When nothing is on its way out.</summary>
    public Task RetirementsAsync() => Task.WhenAll(retirements.Keys);

    private async Task<RetiredVersion> EndAsync(string id, RetiredVersion begun, Task<RetiredVersion> retirement)
    {
        var ended = await retirement;
        Change(id, status => status with
        {
            Retired = [.. status.Retired.Select(old => ReferenceEquals(old, begun) ? ended : old)],
            State = status.State == ModuleState.Draining && status.Retired is [var latest, ..] && ReferenceEquals(latest, begun) ? ended.State : status.State,
            Reason = status.State == ModuleState.Draining ? $"{status.Reason} {ended.Reason}".Trim() : status.Reason,
        });
        return ended;
    }

    private void Change(string id, Func<ModuleStatus, ModuleStatus> change)
    {
        lock (gate)
        {
            if (all.FirstOrDefault(status => status.Id == id) is { } status)
            {
                all = all.Replace(status, change(status));
            }
        }
    }
}
