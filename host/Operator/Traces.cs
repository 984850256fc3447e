using DrAivBot.Host.Configuration;
using DrAivBot.Host.Metrics;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DrAivBot.Host.Operator;

/// <summary>
/// Sends one span a turn to a collector, when one is named. Only the host's own: spans of the driver hold statements,
/// those of the web server and client hold paths, and with them secrets.
/// </summary>
internal static class Traces
{
    public static void Add(IServiceCollection services, OperatorSettings settings)
    {
        if (settings.OtlpEndpoint is not { } endpoint)
        {
            return;
        }

        services.AddOpenTelemetry().ConfigureResource(Describe).WithTracing(traces => traces.AddSource(TurnWatch.SourceName).AddOtlpExporter(otlp =>
        {
            otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
            otlp.Endpoint = endpoint.AbsolutePath == "/" ? new(endpoint, "v1/traces") : endpoint;
        }));
    }

    /// <summary>Who reports: the program and its version, and nothing of the machine.</summary>
    public static void Describe(ResourceBuilder resource) => resource.Clear().AddService(
        "draivbot", serviceVersion: typeof(Traces).Assembly.GetName().Version?.ToString(3), autoGenerateServiceInstanceId: false);
}
