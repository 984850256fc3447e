using System.Diagnostics.Metrics;
using System.Text.Json;
using DrAivBot.Host.Metrics;
using DrAivBot.Host.Modules;

namespace DrAivBot.Host.Operator;

/// <summary>Shows for each module of plugins.json in which state it is.</summary>
internal sealed class ModuleFigures
{
    public ModuleFigures(ModuleCatalogue catalogue, IMeterFactory meters) => meters.Create(HostMetrics.MeterName).CreateObservableGauge(
        "draivbot.module.state",
        () => catalogue.Statuses.ToArray().Select(status => new Measurement<int>(
            1,
            new KeyValuePair<string, object?>("module", status.Id),
            new KeyValuePair<string, object?>("state", JsonNamingPolicy.SnakeCaseLower.ConvertName(status.State.ToString())))),
        null,
        "1 for the state the module is in.");
}
