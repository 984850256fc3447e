using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace DrAivBot.Host.Metrics;

/// <summary>
/// What the host counts and times as it works. Labels hold names that stand in code (module, route, kind, result), never
/// a user, a chat or a company. No call allocates, so that each may stand in the path of every update.
/// </summary>
internal sealed class HostMetrics
{
    /// <summary>The meter all instruments of the host belong to.</summary>
    public const string MeterName = "DrAivBot";

    private const string NoRoute = "none";

    private static readonly double[] TurnSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private static readonly double[] JobSeconds = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300];
    private static readonly double[] AssistantSeconds = [0.5, 1, 2, 5, 10, 20, 40, 60, 120];

    private readonly ConcurrentDictionary<string, string> _modules = new(StringComparer.Ordinal);
    private readonly RecentTurns _recent;
    private readonly Counter<long> _updates;
    private readonly Counter<long> _turns;
    private readonly Histogram<double> _turnDuration;
    private readonly Histogram<double> _turnDatabase;
    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _messages;
    private readonly Counter<long> _jobs;
    private readonly Histogram<double> _jobDuration;
    private readonly Counter<long> _assistantCalls;
    private readonly Histogram<double> _assistantLatency;
    private readonly Counter<long> _assistantTokens;
    private readonly Counter<long> _leakedThreads;

    public HostMetrics(IMeterFactory meters, RecentTurns recent)
    {
        _recent = recent;
        var meter = meters.Create(MeterName);
        _updates = meter.CreateCounter<long>("draivbot.updates.received", null, "Updates taken in: fresh ones, and ones that had come before.");
        _turns = meter.CreateCounter<long>("draivbot.turns", null, "Turns by module, route and result.");
        _turnDuration = Seconds(meter, "draivbot.turn.duration", "From taking an update out of its lane to the commit.", TurnSeconds);
        _turnDatabase = Seconds(meter, "draivbot.turn.database.duration", "What of a turn was spent waiting for the database, the module's own SQL included.", TurnSeconds);
        _deliveries = meter.CreateCounter<long>("draivbot.deliveries", null, "Attempts to deliver a message of the outbox, by result.");
        _messages = meter.CreateCounter<long>("draivbot.messages.sent", null, "Messages Telegram took, edits included.");
        _jobs = meter.CreateCounter<long>("draivbot.jobs", null, "Runs of jobs by module, kind and result.");
        _jobDuration = Seconds(meter, "draivbot.job.duration", "How long a run of a job took.", JobSeconds);
        _assistantCalls = meter.CreateCounter<long>("draivbot.assistant.calls", null, "Calls of the AI by model and result.");
        _assistantLatency = Seconds(meter, "draivbot.assistant.duration", "How long the AI took to answer.", AssistantSeconds);
        _assistantTokens = meter.CreateCounter<long>("draivbot.assistant.tokens", null, "Tokens of prompts and completions.");
        _leakedThreads = meter.CreateCounter<long>("draivbot.threads.leaked", null, "Threads held by handlers that did not return.");
        BeginAtZero();
    }

    /// <summary>Notes updates that are stored.</summary>
    /// <param name="fresh">How many came for the first time.</param>
    /// <param name="repeated">How many were known already and have no effect.</param>
    public void UpdatesTakenIn(int fresh, int repeated)
    {
        _updates.Add(fresh, new KeyValuePair<string, object?>("kind", "fresh"));
        if (repeated > 0)
        {
            _updates.Add(repeated, new KeyValuePair<string, object?>("kind", "repeated"));
        }
    }

    /// <summary>Notes one try of one turn.</summary>
    /// <param name="route">The route's full name, for example <c>company.welcome</c>; null when none was reached.</param>
    /// <param name="result">What it came to.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="database">How much of that the database took, see <see cref="DatabaseTime"/>.</param>
    public void TurnEnded(string? route, TurnResult result, TimeSpan duration, TimeSpan database)
    {
        var name = ModuleOf(route ?? NoRoute);
        _recent.Note(name, duration, result is TurnResult.Failed or TurnResult.TimedOut or TurnResult.SetAside);
        var module = new KeyValuePair<string, object?>("module", name);
        _turns.Add(1, module, new("route", route ?? NoRoute), new("result", Labels<TurnResult>.Of(result)));
        _turnDuration.Record(duration.TotalSeconds, module);
        _turnDatabase.Record(database.TotalSeconds, module);
    }

    /// <summary>Notes what became of one attempt to deliver.</summary>
    /// <param name="result">What it came to.</param>
    /// <param name="messages">How many messages Telegram took: more than one when a text was split or an album sent.</param>
    public void Delivered(DeliveryOutcome result, int messages)
    {
        _deliveries.Add(1, new KeyValuePair<string, object?>("result", Labels<DeliveryOutcome>.Of(result)));
        if (messages > 0)
        {
            _messages.Add(messages);
        }
    }

    /// <summary>Notes one run of a job.</summary>
    public void JobEnded(string module, string kind, JobResult result, TimeSpan duration)
    {
        var (ofModule, ofKind) = (new KeyValuePair<string, object?>("module", module), new KeyValuePair<string, object?>("kind", kind));
        _jobs.Add(1, ofModule, ofKind, new("result", Labels<JobResult>.Of(result)));
        _jobDuration.Record(duration.TotalSeconds, ofModule, ofKind);
    }

    /// <summary>Notes one call of the AI.</summary>
    /// <param name="model">The model as it is configured.</param>
    /// <param name="purpose">What for, for example <c>analysis.report</c>.</param>
    /// <param name="result">What it came to.</param>
    /// <param name="latency">From the request to the whole answer.</param>
    /// <param name="promptTokens">As the provider counted them; 0 when it did not.</param>
    /// <param name="completionTokens">As the provider counted them; 0 when it did not.</param>
    public void AssistantAnswered(string model, string purpose, AssistantResult result, TimeSpan latency, long promptTokens, long completionTokens)
    {
        var ofModel = new KeyValuePair<string, object?>("model", model);
        _assistantCalls.Add(1, ofModel, new("purpose", purpose), new("result", Labels<AssistantResult>.Of(result)));
        _assistantLatency.Record(latency.TotalSeconds, ofModel);
        _assistantTokens.Add(promptTokens, ofModel, new("kind", "prompt"));
        _assistantTokens.Add(completionTokens, ofModel, new("kind", "completion"));
    }

    /// <summary>Notes that a handler did not return and its thread is lost until the host ends.</summary>
    public void ThreadLeaked() => _leakedThreads.Add(1);

    private static Histogram<double> Seconds(Meter meter, string name, string description, double[] bounds) =>
        meter.CreateHistogram(name, "s", description, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds });

    private string ModuleOf(string route) => _modules.GetOrAdd(route, static name => name.Split('.')[0]);

    /// <summary>A rate can be computed over a first failure only when the series was there before it.</summary>
    private void BeginAtZero()
    {
        UpdatesTakenIn(0, 0);
        _leakedThreads.Add(0);
        _messages.Add(0);
        foreach (var result in Enum.GetValues<DeliveryOutcome>())
        {
            _deliveries.Add(0, new KeyValuePair<string, object?>("result", Labels<DeliveryOutcome>.Of(result)));
        }
    }
}
