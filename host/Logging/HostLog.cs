using DrAivBot.Host.Configuration;
using NLog;
using NLog.Config;
using NLog.Extensions.Logging;
using NLog.Filters;
using NLog.Layouts;
using NLog.Targets;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace DrAivBot.Host.Logging;

/// <summary>The log of one host: to the console and to <c>logs/host.log</c> below the data directory, redacted.</summary>
internal sealed class HostLog : IDisposable
{
    private const long FileLimit = 10 * 1024 * 1024;
    private const int KeptFiles = 5;

    private readonly LogFactory _factory;

    private HostLog(LogFactory factory)
    {
        _factory = factory;
        Loggers = LoggerFactory.Create(Configure);
    }

    public ILoggerFactory Loggers { get; }

    public static HostLog Create(HostSettings settings, string token, bool toConsole)
    {
        var redaction = Redaction.For(settings, token);
        var line = Redacted("${longdate:universalTime=true} ${level:uppercase=true:padding=-5} ${logger:shortName=true}: ${message}", redaction);
        var configuration = new LoggingConfiguration();
        var file = new FileTarget("file")
        {
            FileName = Path.Combine(settings.Host.DataDirectory, "logs", "host.log"),
            Layout = line,
            ArchiveAboveSize = FileLimit,
            MaxArchiveFiles = KeptFiles,
            KeepFileOpen = true,
        };
        configuration.AddRule(NLog.LogLevel.Info, NLog.LogLevel.Fatal, file);
        if (toConsole)
        {
            var brief = Redacted("${date:format=HH\\:mm\\:ss} ${level:lowercase=true:padding=-5} ${message}", redaction);
            configuration.AddRule(NLog.LogLevel.Info, NLog.LogLevel.Fatal, new ConsoleTarget("console") { Layout = brief });
            configuration.LoggingRules[^1].Filters.Add(new WhenMethodFilter(SaidInWords));
            configuration.LoggingRules[^1].FilterDefaultAction = FilterResult.Log;
        }

        return new(new LogFactory { Configuration = configuration });
    }

    /// <summary>Sends what the web server and libraries log the same way, from warnings on: their finer lines name addresses.</summary>
    public void Configure(ILoggingBuilder builder)
    {
        builder.ClearProviders();
        builder.SetMinimumLevel(LogLevel.Information);
        builder.AddFilter("Microsoft", LogLevel.Warning);
        builder.AddFilter("System", LogLevel.Warning);
        builder.AddFilter("Npgsql", LogLevel.Warning);
        builder.AddProvider(new NLogLoggerProvider(new NLogProviderOptions { ShutdownOnDispose = false }, _factory));
    }

    public void Dispose()
    {
        Loggers.Dispose();
        _factory.Shutdown();
    }

    /// <summary>A start that failed is explained at its end; the framework's stack trace before it helps only in the file.</summary>
    private static FilterResult SaidInWords(LogEventInfo logged) =>
        logged.Message.StartsWith("Hosting failed to start", StringComparison.Ordinal) ? FilterResult.Ignore : FilterResult.Neutral;

    private static Layout Redacted(string layout, Redaction redaction)
    {
        var inner = Layout.FromString(layout);
        return Layout.FromMethod(logged => redaction.Apply(
            inner.Render(logged) + (logged.Exception is { } exception ? "\n" + ExceptionWords.Describe(exception) : "")));
    }
}
