using System.Globalization;
using DrAivBot.Organisation;
using DrAivBot.Planner.WeeklyPlans;
using DrAivBot.Reports;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Digest;

/// <summary>A person's week as a picture.</summary>
internal static class WeekPictures
{
    private const int DaysOfWeek = 7;

    /// <param name="text">In whose language.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="week">Its Monday.</param>
    /// <param name="now">By the person's clock.</param>
    /// <param name="entries">What is in the person's calendar in that week.</param>
    /// <param name="name">Whose week it is.</param>
    public static WeekPicture Of(IText text, WorkingCalendar calendar, DateOnly week, DateTime now, IReadOnlyList<DayEntry> entries, string name) => new()
    {
        Title = WeekText.Days(text, week),
        Subtitle = text.Get("planner.picture.subtitle", ("name", name), ("number", WeekText.Number(week))),
        WholeDay = text.Get("planner.picture.whole_day"),
        More = count => text.Get("planner.picture.more", ("count", count)),
        Days = [.. Enumerable.Range(0, DaysOfWeek).Select(offset => DayOf(text, calendar, week.AddDays(offset), now, entries))],
        Legend = [.. EntryColors.All.Where(kind => entries.Any(entry => entry.Color == kind.Color)).Select(kind => new PictureLegend { Title = text.Get(kind.Key), Color = kind.Color })],
    };

    private static WeekPictureDay DayOf(IText text, WorkingCalendar calendar, DateOnly day, DateTime now, IReadOnlyList<DayEntry> entries)
    {
        var (begins, ends) = (day.ToDateTime(TimeOnly.MinValue), day.AddDays(1).ToDateTime(TimeOnly.MinValue));
        var isToday = DateOnly.FromDateTime(now) == day;
        return new()
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"{Capital(text, day)} {day.Day}"),
            IsToday = isToday,
            IsRest = !calendar.IsWorkingDay(day),
            Now = isToday ? now.TimeOfDay : null,
            Blocks = [.. entries.Where(entry => entry.Start < ends && entry.End > begins).Select(entry => BlockOf(text, entry, begins, ends))],
        };
    }

    private static WeekPictureBlock BlockOf(IText text, DayEntry entry, DateTime begins, DateTime ends)
    {
        var (from, until) = (entry.Start < begins ? begins : entry.Start, entry.End > ends ? ends : entry.End);
        var time = text.FormatTime(TimeOnly.FromDateTime(entry.Start));
        return new()
        {
            Title = entry.Title.Length > 0 ? entry.Title : text.Get("planner.digest.busy"),
            Note = string.IsNullOrEmpty(entry.Place) ? time : $"{time} · {entry.Place}",
            From = from - begins,
            Until = until - begins,
            // What fills a day from midnight to midnight needs no hours.
            IsWholeDay = entry.IsWholeDay || until - from == TimeSpan.FromDays(1),
            Color = entry.Color,
            IsFaint = entry.IsFaint,
        };
    }

    private static string Capital(IText text, DateOnly day)
    {
        var name = day.ToString("ddd", text.Culture);
        return char.ToUpper(name[0], text.Culture) + name[1..];
    }
}
