namespace DrAivBot.Host.Modules.Live;

/// <summary>What a change came to for one module, as its status says it.</summary>
internal static class ModuleConclusion
{
    public static ModuleStatus Of(ModuleSeat seat, DateTimeOffset now) => seat switch
    {
        { Chosen: null, Entry.Enabled: false } => Off(seat),
        { Chosen: null } => seat.Status with
        {
            State = ModuleState.Refused,
            Reason = seat.Refusal ?? "",
            Routes = [],
            LoadedAt = null,
        },
        { Fresh: { } fresh } => Describe(seat.Status, fresh) with { Reason = "", LoadedAt = now },
        _ => Describe(seat.Before, seat.Running!) with
        {
            Reason = seat.Refusal is null ? "" : $"What plugins.json asks for was not taken, and version {seat.Running!.Manifest.Version} runs on: {seat.Refusal}",
        },
    };

    private static ModuleStatus Describe(ModuleStatus status, LoadedModule module) => status with
    {
        State = ModuleState.Active,
        Version = module.Manifest.Version,
        StoredAs = module.StoredAs,
        Routes = [.. module.Routes.Select(route => route.Name)],
        MigrationsApplied = [.. module.MigrationScripts.Select(script => script.File)],
    };

    private static ModuleStatus Off(ModuleSeat seat) => seat.Status with
    {
        State = seat.Running is not null ? ModuleState.Draining
            : seat.Status.State is ModuleState.Draining or ModuleState.Unloaded or ModuleState.Leaked ? seat.Status.State
            : ModuleState.Disabled,
        Reason = seat.Running is null ? seat.Status.State is ModuleState.Unloaded or ModuleState.Leaked or ModuleState.Draining ? seat.Status.Reason : ""
            : seat.Entry.IsRemoved ? "Removed from plugins.json." : "Switched off in plugins.json.",
        Routes = [],
        LoadedAt = null,
    };
}
