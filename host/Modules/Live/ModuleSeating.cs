namespace DrAivBot.Host.Modules.Live;

/// <summary>Brings together what plugins.json says and what runs.</summary>
internal static class ModuleSeating
{
    /// <summary>A seat for each entry, in the order of the file, and for what runs or is still on its way out without one.</summary>
    public static IReadOnlyList<ModuleSeat> Arrange(PluginsFile file, IReadOnlyList<LoadedModule> running, IReadOnlyList<ModuleStatus> statuses)
    {
        var seats = new List<ModuleSeat>();
        foreach (var entry in file.Entries)
        {
            var isFirst = !seats.Exists(seat => seat.Id == entry.Id);
            var status = (isFirst ? statuses.FirstOrDefault(status => status.Id == entry.Id) : null) ?? Unknown(entry.Id);
            seats.Add(new(entry, isFirst ? Find(running, entry.Id) : null, status with { Path = entry.Path }));
        }

        var removed = statuses.Where(status => !seats.Exists(seat => seat.Id == status.Id) && status.State is (ModuleState.Active or ModuleState.Draining or ModuleState.Leaked)).ToList();
        var isDoubtful = file.Entries.Any(entry => entry.Problems.Count > 0 && !ModuleNames.IsModuleId(entry.Id));
        seats.AddRange(removed.Select(status => new ModuleSeat(isDoubtful ? Kept(status) : Removed(status), Find(running, status.Id), status)));
        return seats;
    }

    private static PluginsEntry Removed(ModuleStatus status) => new() { Id = status.Id, Enabled = false, IsRemoved = true };

    private static PluginsEntry Kept(ModuleStatus status) => new()
    {
        Id = status.Id,
        Path = status.Path,
        IsRemoved = true,
        Enabled = status.State == ModuleState.Active,
        Problems = ["plugins.json does not list it any more, but has an entry without a usable id, which may be this one. Correct that entry."],
    };

    private static LoadedModule? Find(IReadOnlyList<LoadedModule> running, string id) => running.FirstOrDefault(module => module.Manifest.Id == id);

    private static ModuleStatus Unknown(string id) => new() { Id = id, State = ModuleState.Discovered };
}
