using DrAivBot.Host.Configuration;
using DrAivBot.Host.Live;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Modules.Gate;
using DrAivBot.Host.Texts;

namespace DrAivBot.Host.CommandLine;

/// <summary>What plugins.json and the gate say while no host runs. No code of a module is executed.</summary>
internal sealed class ModulesAtRest(DirectorySettings directories, ModuleGate gate, ModuleStore store) : IModuleDoor
{
    public async Task<ModuleList> ListAsync(CancellationToken cancellationToken)
    {
        var file = await ReadAsync(cancellationToken);
        var modules = new List<ModuleStatus>();
        foreach (var entry in file.Entries)
        {
            modules.Add(await JudgeAsync(file, entry, cancellationToken));
        }

        return new() { Modules = modules };
    }

    public async Task<ModuleAnswer> WhyAsync(string id, CancellationToken cancellationToken)
    {
        var file = await ReadAsync(cancellationToken);
        return file.Entries.FirstOrDefault(entry => entry.Id == id) is { } entry
            ? new() { Status = await JudgeAsync(file, entry, cancellationToken), Versions = await store.FindGoodAsync(id, cancellationToken) }
            : new() { Problem = Unknown(file, id) };
    }

    public async Task<ModuleOutcome> ActAsync(string id, string act, string? version, CancellationToken cancellationToken)
    {
        if (act is not (ModuleActs.Enable or ModuleActs.Disable))
        {
            throw new VerbFailedException(
                ExitCodes.Unavailable,
                $"No host answers for the data directory {directories.DataDirectory}, so there is nothing to {act}. Start the host, or name its data directory with --data. To start it with an earlier version, write \"version\" into the module's entry; \"draivbot modules why {id}\" names the versions.");
        }

        var before = await ReadAsync(cancellationToken);
        if (!before.Entries.Any(entry => entry.Id == id))
        {
            return new(false, Unknown(before, id), null);
        }

        await ChangeAsync(id, act, cancellationToken);
        var file = await ReadAsync(cancellationToken);
        var status = await JudgeAsync(file, file.Entries.First(entry => entry.Id == id), cancellationToken);
        var said = $"Module '{id}' is switched {(act == ModuleActs.Enable ? "on" : "off")} in {file.Path}. No host answers: it takes effect at the next start.";
        return status.State == ModuleState.Refused ? new(false, $"{said} As it is now, it will be refused: {status.Reason}", status) : new(true, said, status);
    }

    private static string Unknown(PluginsFile file, string id) =>
        $"{file.Path} lists no module '{id}'.{NearestName.Suggest(id, file.Entries.Select(entry => entry.Id))}";

    private async Task<PluginsFile> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await PluginsFile.ReadAsync(directories.PluginsFile, cancellationToken);
        }
        catch (PluginsFileException broken)
        {
            throw new VerbFailedException(ExitCodes.Configuration, $"No host answers for the data directory {directories.DataDirectory}, and the list of modules cannot be used: {broken.Message}", broken);
        }
    }

    private async Task ChangeAsync(string id, string act, CancellationToken cancellationToken)
    {
        try
        {
            await PluginsFileEdit.WriteAsync(
                directories.PluginsFile, text => PluginsFileEdit.Set(text, id, "enabled", act == ModuleActs.Enable ? "true" : "false"), cancellationToken);
        }
        catch (PluginsFileException refused)
        {
            throw new VerbFailedException(ExitCodes.CannotCreate, refused.Message, refused);
        }
    }

    private async Task<ModuleStatus> JudgeAsync(PluginsFile file, PluginsEntry entry, CancellationToken cancellationToken)
    {
        var status = new ModuleStatus { Id = entry.Id, Path = entry.Path, State = entry.Enabled ? ModuleState.Discovered : ModuleState.Disabled };
        if (entry.Problems.Count > 0)
        {
            return status with { State = ModuleState.Refused, Reason = string.Join('\n', entry.Problems) };
        }

        try
        {
            var package = await gate.InspectAsync(await store.LocateAsync(entry, cancellationToken), file.OthersOf(entry), cancellationToken);
            status = status.Describe(package);
            return !entry.Enabled || package.Problems.Count == 0 ? status : status with { State = ModuleState.Refused, Reason = string.Join('\n', package.Problems) };
        }
        catch (Exception refused) when (refused is ModuleRefusedException or IOException or UnauthorizedAccessException)
        {
            return entry.Enabled ? status with { State = ModuleState.Refused, Reason = refused.Message } : status;
        }
    }
}
