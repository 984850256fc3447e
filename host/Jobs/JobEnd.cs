using DrAivBot.Jobs;

namespace DrAivBot.Host.Jobs;

/// <summary>What becomes of a job after a run.</summary>
internal sealed record JobEnd
{
    private static readonly TimeSpan ShortestRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromDays(30);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromHours(1);

    private const double Jitter = 0.2;
    private const int LongestReason = 500;

    /// <summary>It is done.</summary>
    public static JobEnd Done { get; } = new();

    /// <summary>Wait before the next attempt; null when there is none.</summary>
    public TimeSpan? RetryIn { get; private init; }

    /// <summary>Why it is set aside; null when it is not.</summary>
    public string? Dead { get; private init; }

    /// <summary>Type of what was thrown; null for a result.</summary>
    public string? Error { get; private init; }

    public static JobEnd Of(JobResult result, ClaimedJob job, JobOptions options) => result.Kind switch
    {
        JobResultKind.Done => Done,
        JobResultKind.Discard => Bury(result.Reason ?? "It was discarded without a reason."),
        JobResultKind.RetryIn when job.Attempts + 1 < options.MaxAttempts => new() { RetryIn = Within(result.Delay, ShortestRetry, LongestRetry) },
        JobResultKind.RetryIn => Bury($"It asked for another attempt after {options.MaxAttempts}."),
        _ => Bury($"It returned {result.Kind}, which this host does not know."),
    };

    /// <param name="failure">What was thrown.</param>
    /// <param name="job">The job.</param>
    /// <param name="options">Its limits.</param>
    /// <param name="chance">0 to 1, so that what failed together does not come back together.</param>
    public static JobEnd Of(Exception failure, ClaimedJob job, JobOptions options, double chance) =>
        job.Attempts + 1 < options.MaxAttempts
            ? new() { RetryIn = Backoff(job.Attempts, options.FirstRetryDelay, chance), Error = failure.GetType().FullName }
            : Bury($"It failed {options.MaxAttempts} times, at last with {failure.GetType().FullName}.");

    public static JobEnd Bury(string reason) => new() { Dead = reason.Length > LongestReason ? reason[..LongestReason] : reason };

    private static TimeSpan Backoff(int attempts, TimeSpan first, double chance) =>
        Within(first * Math.Pow(2, Math.Min(attempts, 20)), first, LongestBackoff) * (1 - Jitter + (2 * Jitter * chance));

    private static TimeSpan Within(TimeSpan time, TimeSpan shortest, TimeSpan longest) =>
        time < shortest ? shortest : time > longest ? longest : time;
}
