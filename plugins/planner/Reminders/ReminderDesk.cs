using System.Globalization;
using DrAivBot.Jobs;
using DrAivBot.Planner.Events;
using DrAivBot.Work;

namespace DrAivBot.Planner.Reminders;

/// <summary>
/// Sets reminders: one job for each event and number of minutes, which is due for the next time of the event and then goes on to
/// the one after. Its key makes it the only one, so moving an event moves its reminders.
/// </summary>
internal sealed class ReminderDesk(OccurrenceTable occurrences, IJobs jobs, IWork work)
{
    /// <summary>Sets all reminders of an event anew for the first times they are not late for.</summary>
    public async Task ScheduleAsync(CalendarEvent source, CancellationToken cancellationToken)
    {
        foreach (var minutes in source.Details.Reminders)
        {
            if (!await ScheduleNextAsync(source.Id, minutes, JobClash.Replace, cancellationToken))
            {
                await jobs.CancelAsync<ReminderOrder>(KeyOf(source.Id, minutes), cancellationToken);
            }
        }
    }

    /// <summary>Sets one reminder for the first time of the event that it is not late for.</summary>
    /// <returns>False when the event has none.</returns>
    public async Task<bool> ScheduleNextAsync(Guid source, int minutes, JobClash clash, CancellationToken cancellationToken)
    {
        var before = TimeSpan.FromMinutes(minutes);
        if (await occurrences.FindNextAsync(source, work.StartedAt + before, cancellationToken) is not { } next)
        {
            return false;
        }

        await jobs.ScheduleAsync(
            new ReminderOrder { Event = source, Minutes = minutes, StartsAt = next.StartsAt },
            new() { Key = KeyOf(source, minutes), At = next.StartsAt - before, OnClash = clash },
            cancellationToken);
        return true;
    }

    public async Task CancelAsync(Guid source, IEnumerable<int> reminders, CancellationToken cancellationToken)
    {
        foreach (var minutes in reminders)
        {
            await jobs.CancelAsync<ReminderOrder>(KeyOf(source, minutes), cancellationToken);
        }
    }

    private static string KeyOf(Guid source, int minutes) => string.Create(CultureInfo.InvariantCulture, $"{source:N}:{minutes}");
}

/// <summary>A reminder that is due before a time of an event.</summary>
internal sealed record ReminderOrder
{
    public required Guid Event { get; init; }

    /// <summary>How long before.</summary>
    public required int Minutes { get; init; }

    /// <summary>The time it was set for. Whatever came due while no host ran follows it.</summary>
    public required DateTimeOffset StartsAt { get; init; }
}
