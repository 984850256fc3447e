namespace DrAivBot.Jobs;

/// <summary>
/// Work that is due at an instant, done in one database transaction under the row level security of its company: what it
/// writes and its end commit together, so its effects in the database happen once. It starts at least once: a host that
/// is killed, or a result that asks for it, makes it start again. Anything that waits for the outside world is an
/// <see cref="ILongJob{TPayload}"/>. Created by the module's container for each run.
/// </summary>
/// <typeparam name="TPayload">What is to be done; stored as JSON.</typeparam>
public interface IJob<in TPayload>
    where TPayload : class
{
    /// <summary>Does the work.</summary>
    /// <param name="run">When it was due and which attempt this is.</param>
    /// <param name="payload">What was scheduled.</param>
    /// <param name="cancellationToken">Cancelled at the deadline (<see cref="JobOptions.Deadline"/>) or when the host stops.</param>
    /// <returns>
    /// How it ended. Any result commits what was written; an exception takes it back and the job is tried again.
    /// </returns>
    Task<JobResult> RunAsync(JobRun run, TPayload payload, CancellationToken cancellationToken);
}
