using System.Text.Json.Serialization;
using DrAivBot.Host.Database;
using DrAivBot.Host.Jobs;
using DrAivBot.Host.Privacy;
using DrAivBot.Host.Sessions;
using DrAivBot.Jobs;

namespace DrAivBot.Host.Work;

/// <summary>The host's own chores: jobs of the deployment, each once in all, however many hosts run.</summary>
internal static class CoreJobs
{
    /// <param name="module">The host's own module.</param>
    /// <param name="host">
    /// The host's services; asked when a job runs, when all of them are there. Nothing disposable: the scope of the job
    /// would dispose it.
    /// </param>
    public static void Register(IModuleBuilder module, IServiceProvider host)
    {
        // A scope would dispose what a factory gives it, and these belong to the host: so it is given the way to them.
        module.Services
            .AddSingleton<Func<SessionCleaner>>(host.GetRequiredService<SessionCleaner>)
            .AddSingleton<Func<JobService>>(host.GetRequiredService<JobService>)
            .AddSingleton<Func<DeadJobs>>(host.GetRequiredService<DeadJobs>)
            .AddSingleton<Func<TurnDatabase, CompanyModulesTable>>(_ => database => new(database, host.GetRequiredService<JobSignal>()));
        module.AddJson(CoreJobsJson.Default);
        module.AddLongJob<CleanUp, CleanUp.Chore>("clean_up", new() { Scope = JobScope.Deployment, Cron = "7 * * * *" });
        module.AddLongJob<KeepSchedules, KeepSchedules.Chore>("keep_schedules", new() { Scope = JobScope.Deployment, Cron = "*/5 * * * *" });
        module.AddLongJob<PurgeJobs, PurgeJobs.Chore>("purge_jobs", new() { Scope = JobScope.Deployment, Cron = "37 3 * * *" });
        module.AddLongJob<EraseData, EraseData.Order>("erase_data", new() { Scope = JobScope.Deployment, MaxAttempts = 50, Deadline = TimeSpan.FromHours(12) });
    }
}

/// <summary>Removes sessions that ended and update ids that cannot come again.</summary>
internal sealed class CleanUp(Func<SessionCleaner> cleaner) : ILongJob<CleanUp.Chore>
{
    public async Task<JobResult> RunAsync(JobRun run, Chore payload, ITransactions transactions, CancellationToken cancellationToken)
    {
        await cleaner().CleanAsync(cancellationToken);
        return JobResult.Done;
    }

    internal sealed record Chore;
}

/// <summary>Gives new companies their recurring jobs, and notes that the handlers of events are there.</summary>
internal sealed class KeepSchedules(Func<JobService> jobs) : ILongJob<KeepSchedules.Chore>
{
    public async Task<JobResult> RunAsync(JobRun run, Chore payload, ITransactions transactions, CancellationToken cancellationToken)
    {
        await jobs().PrepareAsync(cancellationToken);
        return JobResult.Done;
    }

    internal sealed record Chore;
}

/// <summary>Removes dead jobs and events that are too old.</summary>
internal sealed class PurgeJobs(Func<DeadJobs> dead) : ILongJob<PurgeJobs.Chore>
{
    public async Task<JobResult> RunAsync(JobRun run, Chore payload, ITransactions transactions, CancellationToken cancellationToken)
    {
        await dead().PurgeAsync(cancellationToken);
        return JobResult.Done;
    }

    internal sealed record Chore;
}

[JsonSerializable(typeof(CleanUp.Chore), TypeInfoPropertyName = "CleanUpChore")]
[JsonSerializable(typeof(KeepSchedules.Chore), TypeInfoPropertyName = "KeepSchedulesChore")]
[JsonSerializable(typeof(PurgeJobs.Chore), TypeInfoPropertyName = "PurgeJobsChore")]
[JsonSerializable(typeof(EraseData.Order), TypeInfoPropertyName = "EraseDataOrder")]
internal sealed partial class CoreJobsJson : JsonSerializerContext;
