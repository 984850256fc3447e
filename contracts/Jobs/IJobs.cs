namespace DrAivBot.Jobs;

/// <summary>
/// Schedules jobs of the module. A core service, injected into handlers, jobs and scoped services. Everything happens in
/// the transaction of the work: a job is there when the work has committed, and not otherwise. The database's clock
/// decides what is due, whatever the clocks of the hosts say. Implemented by the host; grows by new members.
/// </summary>
public interface IJobs
{
    /// <summary>Schedules a job, in the company of the work unless it belongs to the deployment.</summary>
    /// <typeparam name="TPayload">A payload of a job added with <see cref="IModuleBuilder.AddJob{TJob, TPayload}"/> or its like.</typeparam>
    /// <param name="payload">What is to be done; at most 64 KiB as JSON.</param>
    /// <param name="time">When, and under which key.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>True when it was stored; false when <see cref="JobClash.Keep"/> kept another.</returns>
    Task<bool> ScheduleAsync<TPayload>(TPayload payload, JobTime time, CancellationToken cancellationToken)
        where TPayload : class;

    /// <summary>
    /// Makes a job recur by a cron expression in the company's time zone (UTC for one of the deployment), from its next
    /// time on. A job of the same key is replaced. What came due several times while no host ran is done once.
    /// <para>
    /// When clocks go forward, a time of day that is skipped happens at the end of the gap, and an interval goes on from
    /// there. When they go back, a time of day happens once, at its first coming, and an interval (<c>*</c>, <c>*/5</c>,
    /// <c>8-18</c> in the hour or minute) goes on through the repeated hour. A new time zone of the company counts after
    /// the next run.
    /// </para>
    /// </summary>
    /// <typeparam name="TPayload">A payload of a job of the module.</typeparam>
    /// <param name="payload">What is to be done each time; at most 64 KiB as JSON.</param>
    /// <param name="key">Names it among those of its kind in the company. 1 to 200 characters.</param>
    /// <param name="cron">Five fields, minutes first: <c>30 8 * * MON-FRI</c>. One that never comes throws <see cref="ArgumentException"/>.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>When it is due next, UTC.</returns>
    Task<DateTimeOffset> RecurAsync<TPayload>(TPayload payload, string key, string cron, CancellationToken cancellationToken)
        where TPayload : class;

    /// <summary>
    /// Cancels a job, recurring or not. An <see cref="IJob{TPayload}"/> that is running is waited for; an
    /// <see cref="ILongJob{TPayload}"/> that is running is cancelled and commits nothing more.
    /// </summary>
    /// <typeparam name="TPayload">A payload of a job of the module.</typeparam>
    /// <param name="key">The key it was scheduled with.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Whether there was one.</returns>
    Task<bool> CancelAsync<TPayload>(string key, CancellationToken cancellationToken)
        where TPayload : class;
}
