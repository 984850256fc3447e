using DrAivBot.Organisation;
using DrAivBot.Planner.Answers;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.Time;

namespace DrAivBot.Planner.Digest;

/// <summary>What takes a person's time on some days: what they organise or are invited to and did not decline.</summary>
internal sealed class DayEntries(EntryTable table, Viewers viewers)
{
    /// <summary>The days from the first on, by the clock of the zone, in order.</summary>
    public async Task<IReadOnlyList<DayEntry>> ListAsync(UserId person, TimeZoneInfo zone, DateOnly first, int days, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(person, zone, cancellationToken);
        var (from, until) = WallTime.OfDays(first, first.AddDays(days - 1), zone);
        var entries = await table.ListAsync(viewer, from, until, cancellationToken);
        return [.. entries.Where(entry => entry.Answer != Rsvp.Declined).OrderBy(entry => entry.Span.Start).Select(EntryOf)];
    }

    private static DayEntry EntryOf(CalendarEntry entry) => new()
    {
        Title = entry.Title,
        Start = entry.Span.Start,
        End = entry.Span.End,
        IsWholeDay = entry.Span.IsAllDay,
        Place = entry.Place,
        Color = ColorOf(entry.Kind),
        IsFaint = !entry.IsOpen || (entry.IsOwn && entry.Answer == Rsvp.Tentative),
    };

    private static int ColorOf(EventKind kind) => kind switch
    {
        EventKind.Task => EntryColors.Task,
        EventKind.Reminder => EntryColors.Reminder,
        EventKind.Absence => EntryColors.Absence,
        EventKind.Deadline => EntryColors.Deadline,
        _ => EntryColors.Meeting,
    };
}
