namespace DrAivBot.Host.Modules;

/// <summary>Which modules can start, given what they require, and in which order.</summary>
internal static class ModuleRequirements
{
    /// <summary>Why a module cannot start beside the others; null when everything it requires is there.</summary>
    /// <param name="module">The module.</param>
    /// <param name="present">Ids of the modules that start.</param>
    /// <param name="statuses">All modules of plugins.json.</param>
    public static string? FindMissing(
        LoadedModule module, IReadOnlyCollection<string> present, IReadOnlyCollection<ModuleStatus> statuses)
    {
        var missing = module.Manifest.Requires.Where(id => !present.Contains(id)).Select(id => Describe(id, statuses)).ToArray();
        return missing.Length == 0 ? null : string.Join('\n', missing);
    }

    /// <summary>The modules, each after those it requires, otherwise in the order given; those in a cycle are left out.</summary>
    public static IReadOnlyList<LoadedModule> Sort(IReadOnlyList<LoadedModule> modules)
    {
        var sorted = new List<LoadedModule>();
        var rest = modules.ToList();
        while (rest.Find(module => module.Manifest.Requires.All(id => sorted.Exists(done => done.Manifest.Id == id))) is { } next)
        {
            sorted.Add(next);
            rest.Remove(next);
        }

        return sorted;
    }

    /// <summary>Why modules that <see cref="Sort"/> left out cannot start.</summary>
    public static string DescribeCycle(LoadedModule module, IReadOnlyList<LoadedModule> cyclic)
    {
        var path = new List<string> { module.Manifest.Id };
        while (path.Count == path.Distinct().Count())
        {
            var last = cyclic.First(candidate => candidate.Manifest.Id == path[^1]);
            path.Add(last.Manifest.Requires.First(id => cyclic.Any(candidate => candidate.Manifest.Id == id)));
        }

        return $"needs module '{path[1]}', and they need each other: {string.Join(" → ", path)}. Remove one of these from Requires; what two "
            + "modules share is a core service.";
    }

    private static string Describe(string id, IReadOnlyCollection<ModuleStatus> statuses) =>
        statuses.FirstOrDefault(status => status.Id == id) switch
        {
            null => $"needs module '{id}', which is not enabled. Add \"{id}\" to plugins.json.",
            { State: ModuleState.Disabled } => $"needs module '{id}', which is not enabled. Set \"enabled\": true for \"{id}\" in plugins.json.",
            _ => $"needs module '{id}', which is refused itself. Mend \"{id}\" first.",
        };
}
