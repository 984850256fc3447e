namespace DrAivBot.Jobs;

/// <summary>How a job is run. Every value outside its range refuses the module.</summary>
public sealed record JobOptions
{
    /// <summary>How often it is tried before it is set aside. 1 to 100; 10 by default.</summary>
    public int MaxAttempts { get; init; } = 10;

    /// <summary>
    /// Wait before the second attempt; it doubles with each further one up to an hour, and varies by a fifth either way.
    /// 1 second to 1 hour; 5 seconds by default, so that ten attempts take about an hour and a half.
    /// </summary>
    public TimeSpan FirstRetryDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long one run may take; after it the run is cancelled and counts as failed. Null, the default, means 10 seconds
    /// for an <see cref="IJob{TPayload}"/> (1 to 25 seconds allowed) and 10 minutes for an
    /// <see cref="ILongJob{TPayload}"/> (1 second to 12 hours).
    /// </summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Whether it belongs to a company. <see cref="JobScope.Company"/> by default.</summary>
    public JobScope Scope { get; init; } = JobScope.Company;

    /// <summary>
    /// Makes the job recur by itself: once for each company in the company's time zone, or once in all in UTC
    /// (<see cref="JobScope.Deployment"/>), however many hosts run. Five fields, minutes first (<c>0 9 * * MON</c>); see
    /// <see cref="IJobs.RecurAsync{TPayload}"/> for daylight saving. The payload is then read from an empty JSON object,
    /// so it can have no required members. A new company has the job within five minutes. Null, the default: it runs only
    /// when scheduled.
    /// </summary>
    public string? Cron { get; init; }
}
