using DrAivBot.Jobs;
using DrAivBot.Planner.Reminders;
using DrAivBot.Work;

namespace DrAivBot.Planner.Events;

/// <summary>Writes out, every night, what has come within reach of the series without an end.</summary>
internal sealed class ExtendJob(EventTable events, OccurrenceTable occurrences, ReminderDesk reminders, IJobs jobs, IWork work) : IJob<ExtendOrder>
{
    public const string Cron = "20 3 * * *";

    private const string Key = "more";
    private const int Batch = 100;

    /// <summary>A series is extended once a month or so, not every night.</summary>
    private const int Slack = 30;

    public async Task<JobResult> RunAsync(JobRun run, ExtendOrder payload, CancellationToken cancellationToken)
    {
        var until = work.StartedAt.UtcDateTime.Date.AddDays(Occurrence.DaysAhead - Slack);
        var due = await events.ListToExpandAsync(until, Batch, cancellationToken);
        foreach (var source in due)
        {
            await occurrences.ExtendAsync(source, cancellationToken);
            foreach (var minutes in source.Details.Reminders)
            {
                // Only a series whose next time was out of reach has none.
                await reminders.ScheduleNextAsync(source.Id, minutes, JobClash.Keep, cancellationToken);
            }
        }

        if (due.Count == Batch)
        {
            await jobs.ScheduleAsync(new ExtendOrder(), new() { Key = Key }, cancellationToken);
        }

        return JobResult.Done;
    }
}

/// <summary>Has series written out further.</summary>
internal sealed record ExtendOrder;
