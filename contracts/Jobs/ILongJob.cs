namespace DrAivBot.Jobs;

/// <summary>
/// Work that waits for the outside world or computes for long: a report, a question to an assistant. It has no
/// transaction of its own and takes short ones as it needs them. While it runs the host renews its lease every ten
/// seconds; a job whose host is killed is started again by any host within a minute, so it must bear to be repeated:
/// write what it found in <see cref="ITransactions.FinishAsync{TService}"/>, which commits together with its end.
/// Created by the module's container for each run; core services can be had only inside its transactions.
/// </summary>
/// <typeparam name="TPayload">What is to be done; stored as JSON.</typeparam>
public interface ILongJob<in TPayload>
    where TPayload : class
{
    /// <summary>Does the work.</summary>
    /// <param name="run">When it was due and which attempt this is.</param>
    /// <param name="payload">What was scheduled.</param>
    /// <param name="transactions">Short transactions in the job's company.</param>
    /// <param name="cancellationToken">
    /// Cancelled at the deadline (<see cref="JobOptions.Deadline"/>), when the host stops, and when the job was cancelled,
    /// replaced or taken over by another host: then nothing more of it can commit.
    /// </param>
    /// <returns>How it ended; what <see cref="ITransactions.FinishAsync{TService}"/> returned, if that was called.</returns>
    Task<JobResult> RunAsync(JobRun run, TPayload payload, ITransactions transactions, CancellationToken cancellationToken);
}
