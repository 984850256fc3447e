using System.Diagnostics.Metrics;
using System.Text.Json;
using DrAivBot.Host.Metrics;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Modules.Bulkheads;

namespace DrAivBot.Host.Operator;

/// <summary>Shows for each module of plugins.json in which state it is.</summary>
internal sealed class ModuleFigures
{
    public ModuleFigures(ModuleCatalogue catalogue, ModuleBulkheads bulkheads, IMeterFactory meters)
    {
        var meter = meters.Create(HostMetrics.MeterName);
        meter.CreateObservableGauge(
            "draivbot.module.state",
            () => catalogue.Statuses.Select(status => new Measurement<int>(
                1,
                new KeyValuePair<string, object?>("module", status.Id),
                new KeyValuePair<string, object?>("state", JsonNamingPolicy.SnakeCaseLower.ConvertName(status.State.ToString())))),
            null,
            "1 for the state the module is in.");
        meter.CreateObservableCounter("draivbot.modules.quarantines", () => bulkheads.Quarantines, null, "How often this host let a module rest after repeated failures, renewed rests included.");
        meter.CreateObservableCounter("draivbot.modules.unloaded", () => catalogue.Retirement.Unloads, null, "Versions of modules whose code has left memory.");
        meter.CreateObservableCounter("draivbot.modules.leaked", () => catalogue.Retirement.Leaks, null, "Versions of modules that ended, but whose code stays in memory.");
        meter.CreateObservableGauge(
            "draivbot.modules.assemblies",
            () => AppDomain.CurrentDomain.GetAssemblies().Count(assembly => assembly.IsCollectible),
            null,
            "Assemblies of modules in memory, those on their way out among them.");
    }
}
