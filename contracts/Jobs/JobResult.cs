namespace DrAivBot.Jobs;

/// <summary>How a job ended. What it wrote commits with any of them.</summary>
public sealed record JobResult
{
    private JobResult()
    {
    }

    /// <summary>It is done; a recurring job waits for its next time.</summary>
    public static JobResult Done { get; } = new() { Kind = JobResultKind.Done };

    /// <summary>Which of the results this is.</summary>
    public required JobResultKind Kind { get; init; }

    /// <summary>How long to wait; only with <see cref="JobResultKind.RetryIn"/>.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Why, for the operator; only with <see cref="JobResultKind.Discard"/>. No personal data.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// Not now: try again after a time of the job's own choosing instead of the growing delay. Counts as an attempt, so
    /// that it ends: after <see cref="JobOptions.MaxAttempts"/> the job is set aside.
    /// </summary>
    /// <param name="delay">From now; at least a second, at most 30 days: what lies outside is moved to the limit.</param>
    /// <returns>The result.</returns>
    public static JobResult RetryIn(TimeSpan delay) => new() { Kind = JobResultKind.RetryIn, Delay = delay };

    /// <summary>Never: the job is set aside for the operator at once, and a recurring one waits for its next time.</summary>
    /// <param name="reason">Why, for the operator, at most 500 characters. No personal data.</param>
    /// <returns>The result.</returns>
    public static JobResult Discard(string reason) => new() { Kind = JobResultKind.Discard, Reason = reason };
}
