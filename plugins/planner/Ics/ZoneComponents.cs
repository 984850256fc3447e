using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace DrAivBot.Planner.Ics;

/// <summary>
/// Describes zones in calendar files as the system knows them. The library's own description comes from zone data of another
/// year, and would contradict the instants that everything else goes by.
/// </summary>
internal static class ZoneComponents
{
    private const int LeastYears = 3;
    private const int DaysInWeek = 7;
    private static readonly DateTime Earliest = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Latest = new(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The zone with all of its changes between two instants; what changes alike every year goes on for ever.</summary>
    public static VTimeZone Of(TimeZoneInfo zone, DateTime from, DateTime until)
    {
        var (first, last) = (from < Earliest ? Earliest : from, until > Latest ? Latest : until);
        var component = new VTimeZone(zone.Id);
        var initial = zone.GetUtcOffset(first);
        component.AddChild(Observance("STANDARD", new(first + initial, initial, initial)));
        foreach (var alike in ChangesOf(zone, first, last).GroupBy(change => (change.From, change.To)))
        {
            var changes = alike.ToList();
            var observance = Observance(changes[0].To > zone.BaseUtcOffset ? "DAYLIGHT" : "STANDARD", changes[0]);
            if (AreYearly(changes, last))
            {
                observance.RecurrenceRule = new(Rule(changes[0].At));
            }
            else
            {
                changes.Skip(1).ToList().ForEach(change => observance.RecurrenceDates.Add(Wall(change.At)));
            }

            component.AddChild(observance);
        }

        return component;
    }

    private static VTimeZoneInfo Observance(string name, ZoneChange change) => new(name)
    {
        Start = Wall(change.At),
        OffsetFrom = new UtcOffset(change.From),
        OffsetTo = new UtcOffset(change.To),
    };

    private static CalDateTime Wall(DateTime at) => new(DateTime.SpecifyKind(at, DateTimeKind.Unspecified));

    private static IEnumerable<ZoneChange> ChangesOf(TimeZoneInfo zone, DateTime from, DateTime until)
    {
        for (var day = from; day < until; day = day.AddDays(1))
        {
            var (before, after) = (zone.GetUtcOffset(day), zone.GetUtcOffset(day.AddDays(1)));
            if (before != after)
            {
                yield return new(FindMinute(zone, day, before) + before, before, after);
            }
        }
    }

    /// <summary>The first minute of a day that has another offset.</summary>
    private static DateTime FindMinute(TimeZoneInfo zone, DateTime day, TimeSpan before)
    {
        var (low, high) = (0, 24 * 60);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = zone.GetUtcOffset(day.AddMinutes(middle)) == before ? (middle, high) : (low, middle);
        }

        return day.AddMinutes(high);
    }

    /// <summary>Whether they come every year up to the last at the same time of the same Sunday, or whichever day it is.</summary>
    private static bool AreYearly(List<ZoneChange> changes, DateTime until) =>
        changes.Count >= LeastYears
        && changes[^1].At.Year >= until.Year - 1
        && changes[^1].At.Year - changes[0].At.Year == changes.Count - 1
        && changes.TrueForAll(change => change.At.TimeOfDay == changes[0].At.TimeOfDay && Rule(change.At) == Rule(changes[0].At));

    /// <summary>Mostly the last such day of a month; else by its number.</summary>
    private static string Rule(DateTime at)
    {
        var isLast = at.Day + DaysInWeek > DateTime.DaysInMonth(at.Year, at.Month);
        return FormattableString.Invariant($"FREQ=YEARLY;BYMONTH={at.Month};BYDAY={(isLast ? -1 : ((at.Day - 1) / DaysInWeek) + 1)}{at.DayOfWeek.ToString()[..2].ToUpperInvariant()}");
    }

    /// <param name="At">By the clock before the change.</param>
    /// <param name="From">The offset before.</param>
    /// <param name="To">The offset after.</param>
    private readonly record struct ZoneChange(DateTime At, TimeSpan From, TimeSpan To);
}
