using System.Diagnostics;

namespace DrAivBot.Host.Metrics;

/// <summary>Times turns: into the metrics, and into traces when somebody collects them.</summary>
internal sealed class TurnWatch(HostMetrics metrics, DatabaseTime database) : IDisposable
{
    /// <summary>The source of the host's traces.</summary>
    public const string SourceName = "DrAivBot";

    private readonly ActivitySource _source = new(SourceName);

    /// <summary>Begins to time the work of the calling method and what it calls.</summary>
    public WatchedTurn Begin() => new(this, database.Begin(), Stopwatch.GetTimestamp());

    public void Dispose() => _source.Dispose();

    private void End(WatchedTurn turn, string? route, TurnResult result, int sharedBy)
    {
        var took = Stopwatch.GetElapsedTime(turn.Began);
        metrics.TurnEnded(route, result, took, turn.Database.Elapsed / sharedBy);
        if (_source.HasListeners())
        {
            Trace(route, result, took);
        }
    }

    /// <summary>Written when the turn is over: most looks into a lane find no turn, and those shall leave no trace.</summary>
    private void Trace(string? route, TurnResult result, TimeSpan took)
    {
        using var span = _source.StartActivity(ActivityKind.Consumer, name: "turn");
        if (span is null)
        {
            return;
        }

        span.SetStartTime(span.StartTimeUtc - took);
        span.SetTag("draivbot.route", route ?? "none");
        span.SetTag("draivbot.module", route?.Split('.')[0] ?? "none");
        span.SetTag("draivbot.result", Labels<TurnResult>.Of(result));
        if (result is not (TurnResult.Answered or TurnResult.Ignored))
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }

    /// <summary>Turns being timed.</summary>
    internal readonly record struct WatchedTurn(TurnWatch Watch, DatabaseTime.Sum Database, long Began)
    {
        /// <summary>Ends one of the turns that ran together. A look that found no turn is not ended.</summary>
        /// <param name="route">The route whose code ran last; null when none did.</param>
        /// <param name="result">What the turn came to.</param>
        /// <param name="sharedBy">How many turns shared the database's time.</param>
        public void End(string? route, TurnResult result, int sharedBy) => Watch.End(this, route, result, sharedBy);
    }
}
