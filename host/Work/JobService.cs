using DrAivBot.Host.Events;
using DrAivBot.Host.Jobs;
using DrAivBot.Host.Lanes;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Modules.Bulkheads;

namespace DrAivBot.Host.Work;

/// <summary>The jobs of this host: short ones, which hold a connection while they run, and long ones, which do not.</summary>
internal sealed class JobService(
    ModuleCatalogue catalogue, JobRunner runner, JobSchedules schedules, EventHandlers handlers, JobPlaces places, JobLoops loops, ModuleBulkheads bulkheads)
{
    /// <summary>How many jobs run now.</summary>
    public int Running => loops.Short.Count + loops.Long.Count;

    /// <summary>Makes known what the modules declare: what recurs, and which events are handled. Before anything is published.</summary>
    public Task PrepareAsync(CancellationToken cancellationToken) => PrepareAsync(catalogue.Routes, cancellationToken);

    /// <summary>The same for modules that are about to become active.</summary>
    public async Task PrepareAsync(RouteTable routes, CancellationToken cancellationToken)
    {
        await handlers.SeeAsync(routes.Jobs, cancellationToken);
        await schedules.EnsureAsync(routes.Modules, cancellationToken);
    }

    /// <summary>Runs jobs until told to stop, and waits for those under way.</summary>
    /// <param name="stopping">Begin no more jobs.</param>
    /// <param name="abort">Give up the jobs under way.</param>
    public Task RunAsync(CancellationToken stopping, CancellationToken abort) => Together.RunAsync(
        loops.Short.RunAsync(places.Short, () => Handled(isLong: false), runner.RunAsync, stopping, abort),
        loops.Long.RunAsync(places.Long, () => Handled(isLong: true), runner.RunAsync, stopping, abort));

    /// <summary>Jobs of a module that rests wait. Modules side by side, so that each can be the first in turn.</summary>
    private List<JobRegistration> Handled(bool isLong) => [.. catalogue.Routes.Jobs.Where(job => job.IsLong == isLong && bulkheads.IsPassable(job.Module)).OrderBy(job => job.Module.Manifest.Id, StringComparer.Ordinal)];
}

/// <summary>How many jobs of each kind a host runs side by side.</summary>
/// <param name="Short">Each takes a connection.</param>
/// <param name="Long">Each takes a connection for moments only.</param>
internal sealed record JobPlaces(int Short, int Long);

/// <summary>The loop of each kind.</summary>
internal sealed record JobLoops(JobLoop Short, JobLoop Long);
