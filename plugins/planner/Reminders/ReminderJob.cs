using DrAivBot.Jobs;
using DrAivBot.Planner.Events;
using DrAivBot.Work;

namespace DrAivBot.Planner.Reminders;

/// <summary>Reminds of every time of an event that has come due, and goes on to the next.</summary>
internal sealed class ReminderJob(EventTable events, OccurrenceTable occurrences, ReminderDesk desk, ReminderNotices notices, IWork work) : IJob<ReminderOrder>
{
    /// <summary>A reminder at the very beginning comes a moment later than the beginning.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    public async Task<JobResult> RunAsync(JobRun run, ReminderOrder payload, CancellationToken cancellationToken)
    {
        if (await events.FindAsync(payload.Event, cancellationToken) is not { IsCancelled: false } source)
        {
            return JobResult.Done;
        }

        var (now, before) = (work.StartedAt, TimeSpan.FromMinutes(payload.Minutes));
        foreach (var due in await occurrences.ListBetweenAsync(source.Id, payload.StartsAt.AddTicks(-1), now + before, cancellationToken))
        {
            if (due.StartsAt > now || now - (due.StartsAt - before) < Grace)
            {
                await notices.RemindAsync(source, due, payload.Minutes, cancellationToken);
            }
            else
            {
                await notices.KeepForDigestAsync(source, due, cancellationToken);
            }
        }

        await desk.ScheduleNextAsync(source.Id, payload.Minutes, JobClash.Replace, cancellationToken);
        return JobResult.Done;
    }
}
