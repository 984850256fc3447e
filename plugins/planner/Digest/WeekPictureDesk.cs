using DrAivBot.Delivery;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Planner.WeeklyPlans;
using DrAivBot.Reports;
using DrAivBot.Work;

namespace DrAivBot.Planner.Digest;

/// <summary>What the drawing of a week needs of the database.</summary>
internal sealed class WeekPictureDesk(IWork work, DayEntries entries, ICompanySettings settings, INotifications notifications, ITaskProgress progress)
{
    private const int DaysOfWeek = 7;

    /// <summary>Null when the company is gone.</summary>
    public async Task<WeekPicture?> ReadAsync(WeekPictureOrder order, CancellationToken cancellationToken)
    {
        if (await settings.FindCalendarAsync(cancellationToken) is not { } calendar)
        {
            return null;
        }

        var zone = DigestTimes.ZoneOf(order.TimeZone, calendar.Zone);
        var list = await entries.ListAsync(new(order.User), zone, order.Week, DaysOfWeek, cancellationToken);
        return WeekPictures.Of(work.GetText(order.Language), calendar, order.Week, TimeZoneInfo.ConvertTime(work.StartedAt, zone).DateTime, list, order.Name);
    }

    /// <param name="order">For whom.</param>
    /// <param name="png">Null when the machine cannot draw.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<JobResult> SendAsync(WeekPictureOrder order, ReadOnlyMemory<byte>? png, CancellationToken cancellationToken)
    {
        await progress.FinishAsync(
            new(order.Progress), text => text.GetMarkup(png is null ? "planner.picture.no_font" : "planner.picture.ready"), button: null, cancellationToken);
        if (png is { } content)
        {
            await notifications.NotifyAsync(
                Recipient.User(new(order.User)),
                new()
                {
                    Body = text => text.GetMarkup("planner.picture.caption", ("days", WeekText.Days(text, order.Week))),
                    Files = [new() { Name = FormattableString.Invariant($"week {order.Week:yyyy-MM-dd}.png"), Content = content, IsPhoto = true }],
                    // Somebody waits for it, whatever the hour.
                    Urgency = Urgency.Urgent,
                },
                cancellationToken);
        }

        return JobResult.Done;
    }
}
