namespace DrAivBot.Jobs;

/// <summary>
/// Short transactions of a long job, each with the module's database role, the job's company and services of its own.
/// Each commits only while the job still holds its lease. Implemented by the host; grows by new members.
/// </summary>
public interface ITransactions
{
    /// <summary>Acts in a transaction that commits when the act returns and is rolled back when it throws.</summary>
    /// <typeparam name="TService">
    /// What acts: a scoped service of the module, or a core service such as <see cref="Work.IWork"/>.
    /// </typeparam>
    /// <typeparam name="TResult">What the act finds.</typeparam>
    /// <param name="act">Database work only, 10 seconds at most.</param>
    /// <param name="cancellationToken">The token the job was given.</param>
    /// <returns>What the act returned.</returns>
    /// <exception cref="OperationCanceledException">The job does not hold its lease any more; nothing was committed.</exception>
    Task<TResult> RunAsync<TService, TResult>(Func<TService, CancellationToken, Task<TResult>> act, CancellationToken cancellationToken)
        where TService : notnull;

    /// <summary>
    /// Acts in a last transaction, in which the job ends as well: what it writes happens once, however often the job was
    /// started. To be called once, as the last thing; its result is the job's.
    /// </summary>
    /// <typeparam name="TService">What acts, as in <see cref="RunAsync{TService, TResult}"/>.</typeparam>
    /// <param name="act">Database work only, 10 seconds at most.</param>
    /// <param name="cancellationToken">The token the job was given.</param>
    /// <returns>What the act returned, to be returned by the job.</returns>
    /// <exception cref="OperationCanceledException">The job does not hold its lease any more; nothing was committed.</exception>
    Task<JobResult> FinishAsync<TService>(Func<TService, CancellationToken, Task<JobResult>> act, CancellationToken cancellationToken)
        where TService : notnull;
}
