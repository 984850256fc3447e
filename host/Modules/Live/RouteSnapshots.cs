namespace DrAivBot.Host.Modules.Live;

/// <summary>The present routes, and the earlier ones for as long as turns use them.</summary>
internal sealed class RouteSnapshots(LoadedModule core)
{
    private readonly Lock gate = new();
    private readonly List<RouteTable> past = [];
    private readonly Dictionary<string, HashSet<string>> known = new(StringComparer.Ordinal);
    private volatile RouteTable present = new([core]);

    public RouteTable Present => present;

    /// <summary>Counted before it is looked at again: a switch either sees the count or is seen here.</summary>
    public RouteLease Lease()
    {
        while (true)
        {
            var table = present;
            table.Enter();
            if (table == present)
            {
                return new(table);
            }

            table.Leave();
        }
    }

    /// <summary>The routes of other modules; knows which tags their earlier versions had.</summary>
    public RouteTable Next(IReadOnlyList<LoadedModule> modules) => new(
        [core, .. modules],
        modules.SelectMany(module => known.GetValueOrDefault(module.Manifest.Id, [])).Except(modules.SelectMany(module => module.Routes).Select(route => route.Tag)));

    public void Switch(RouteTable next)
    {
        lock (gate)
        {
            foreach (var module in next.Modules)
            {
                (known.TryGetValue(module.Manifest.Id, out var tags) ? tags : known[module.Manifest.Id] = []).UnionWith(module.Routes.Select(route => route.Tag));
            }

            past.Add(present);
            present = next;

            // What is counted from here on sees the new snapshot; what was counted before is seen below.
            Interlocked.MemoryBarrier();
            past.RemoveAll(table => !table.IsInUse);
        }
    }

    /// <summary>Earlier snapshots that a module is in and some turn uses.</summary>
    public IReadOnlyList<RouteTable> With(LoadedModule module)
    {
        lock (gate)
        {
            return [.. past.Where(table => table.Modules.Contains(module))];
        }
    }

    /// <summary>Lets go of snapshots that no turn uses any more.</summary>
    public void Forget()
    {
        lock (gate)
        {
            past.RemoveAll(table => !table.IsInUse);
        }
    }
}
