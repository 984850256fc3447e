using System.Globalization;
using DrAivBot.Delivery;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Planner.Answers;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.Views;

namespace DrAivBot.Planner.Reminders;

/// <summary>Reminds people: at once, or in one message of everything that was missed.</summary>
internal sealed class ReminderNotices(
    EventTable events, AnswerTable answers, Attendees attendees, MissedTable missed, INotifications notifications, IJobs jobs)
{
    /// <summary>Lets all reminders that were missed come together.</summary>
    private static readonly TimeSpan DigestDelay = TimeSpan.FromMinutes(1);

    public async Task RemindAsync(CalendarEvent source, Occurrence due, int minutes, CancellationToken cancellationToken)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"remind/{source.Id:N}/{minutes}/{due.Original:yyyyMMddHHmmss}/{due.StartsAt.ToUnixTimeSeconds()}");
        foreach (var person in await WhoComesAsync(source, due, cancellationToken))
        {
            await notifications.NotifyAsync(
                Recipient.User(person),
                new()
                {
                    Body = text => text.GetMarkup("planner.remind", ("title", due.Title ?? source.Details.Title), ("when", WhenText.Of(text, due, source)), ("place", PlaceText.Line(text, source, due))),
                    Button = EventPlace.Button(due.Key),
                    DedupKey = key,
                },
                cancellationToken);
        }
    }

    public async Task KeepForDigestAsync(CalendarEvent source, Occurrence due, CancellationToken cancellationToken)
    {
        foreach (var person in await WhoComesAsync(source, due, cancellationToken))
        {
            await missed.AddAsync(person, due.Key, cancellationToken);
            await jobs.ScheduleAsync(
                new MissedOrder { User = person.Value }, new() { Key = person.ToString(), Delay = DigestDelay, OnClash = JobClash.Keep }, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<UserId>> WhoComesAsync(CalendarEvent source, Occurrence due, CancellationToken cancellationToken)
    {
        var given = await answers.ListAsync(due.Key, cancellationToken);
        var invited = await attendees.ListAsync(source.Organiser, await events.ListParticipantsAsync(source.Id, cancellationToken), cancellationToken);
        return [.. invited.Select(attendee => attendee.User).Where(user => given.GetValueOrDefault(user) != Rsvp.Declined)];
    }
}
