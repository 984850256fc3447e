using DrAivBot.Host.Metrics;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Texts;
using Npgsql;

namespace DrAivBot.Host.Live;

/// <summary>
/// What an operator can see and do about modules, for every door they come through: console, command line, chat. Each act
/// is written into plugins.json first, so that it outlives the host, and answered when it has taken effect.
/// </summary>
internal sealed class ModuleDesk(ModuleReload reload, ModuleCatalogue catalogue, ModuleStore store, RecentTurns turns)
{
    /// <summary>What is wrong with plugins.json now; null when nothing is.</summary>
    public string? Problem => reload.Problem;

    /// <summary>Every module in the order of the file, with what it did in the last hour.</summary>
    public IReadOnlyList<ModuleStatus> List() => [.. catalogue.Statuses.Select(status => status with { LastHour = HourOf(status.Id) })];

    /// <summary>One module, its reason in words; null when there is none of that id.</summary>
    public ModuleStatus? Why(string id) => List().FirstOrDefault(status => status.Id == id);

    /// <summary>What is said about an id that no module has.</summary>
    public ModuleOutcome Unknown(string id) =>
        new(false, $"plugins.json lists no module '{id}'.{NearestName.Suggest(id, reload.Present.Entries.Select(entry => entry.Id))}", null);

    /// <summary>The versions of a module one can go back to, the latest first.</summary>
    public Task<IReadOnlyList<StoredVersion>> FindVersionsAsync(string id, CancellationToken cancellationToken) => store.FindGoodAsync(id, cancellationToken);

    /// <summary>Switches a module on.</summary>
    public Task<ModuleOutcome> EnableAsync(string id, CancellationToken cancellationToken) =>
        ActAsync(id, text => PluginsFileEdit.Set(text, id, "enabled", "true"), [], status => status.State == ModuleState.Active, cancellationToken);

    /// <summary>Switches a module off. Its data, jobs and events wait.</summary>
    public Task<ModuleOutcome> DisableAsync(string id, CancellationToken cancellationToken) =>
        ActAsync(id, text => PluginsFileEdit.Set(text, id, "enabled", "false"), [], status => status.State is not (ModuleState.Active or ModuleState.Refused), cancellationToken);

    /// <summary>Loads again what lies at the module's path; ends a rollback.</summary>
    public Task<ModuleOutcome> ReloadAsync(string id, CancellationToken cancellationToken) =>
        ActAsync(id, text => PluginsFileEdit.Remove(text, id, "version"), [id], status => status is { State: ModuleState.Active, Reason: "" }, cancellationToken);

    /// <summary>Goes back to a version that ran before, until a reload.</summary>
    /// <param name="id">The module.</param>
    /// <param name="version">Name of the stored version; null for the one before the present.</param>
    /// <param name="cancellationToken">Cancels the wait, not what has begun.</param>
    public async Task<ModuleOutcome> RollbackAsync(string id, string? version, CancellationToken cancellationToken)
    {
        if (Why(id) is null)
        {
            return Unknown(id);
        }

        var stored = await store.FindGoodAsync(id, cancellationToken);
        var present = catalogue.Statuses.FirstOrDefault(status => status.Id == id)?.StoredAs;
        var target = version is null ? stored.FirstOrDefault(good => good.Name != present) : stored.FirstOrDefault(good => good.Name == version);
        if (target is null)
        {
            var names = string.Join(", ", stored.Select(good => good.Name));
            return new(false, version is null
                ? $"Module '{id}' has no earlier version that ran here. Put the old build at its path instead."
                : $"Module '{id}' has no stored version \"{version}\".{NearestName.Suggest(version, stored.Select(good => good.Name))} There are: {names}.", Why(id));
        }

        return await ActAsync(
            id,
            text => PluginsFileEdit.Set(text, id, "version", $"\"{target.Name}\""),
            [],
            status => status.State == ModuleState.Active && status.StoredAs == target.Name,
            cancellationToken);
    }

    private async Task<ModuleOutcome> ActAsync(
        string id, Func<string, string> edit, IReadOnlyCollection<string> again, Func<ModuleStatus, bool> isDone, CancellationToken cancellationToken)
    {
        if (!reload.Present.Entries.Any(entry => entry.Id == id))
        {
            return Unknown(id);
        }

        try
        {
            await PluginsFileEdit.WriteAsync(reload.Present.Path, edit, cancellationToken);
            if (!await reload.ApplyAsync(again, cancellationToken))
            {
                return new(false, reload.Problem!, Why(id));
            }
        }
        catch (PluginsFileException refused)
        {
            return new(false, refused.Message, Why(id));
        }
        catch (NpgsqlException away)
        {
            return new(false, $"The database is away ({away.GetType().Name}). plugins.json is written; the host applies it when the database is back.", Why(id));
        }

        var status = Why(id);
        return new(status is not null && isDone(status), status switch
        {
            null => $"Module '{id}' is no longer listed.",
            { Reason.Length: > 0 } => $"Module '{id}' is {status.State}: {status.Reason}",
            _ => $"Module '{id}' {status.Version} is {status.State}.",
        }, status);
    }

    private ModuleHour HourOf(string id)
    {
        var (count, errors, median, slow) = turns.Read(id);
        return new(count, errors, median, slow);
    }
}
