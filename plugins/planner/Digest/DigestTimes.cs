using DrAivBot.Organisation;

namespace DrAivBot.Planner.Digest;

/// <summary>When whose morning is.</summary>
internal static class DigestTimes
{
    /// <summary>The digests of a person after an instant and up to another, working days of the company only.</summary>
    public static IEnumerable<DateTimeOffset> Of(WorkingCalendar calendar, string zone, DigestSetting setting, DateTimeOffset since, DateTimeOffset until)
    {
        var own = calendar with { Zone = ZoneOf(zone, calendar.Zone) };
        for (var day = own.DayOf(since); setting.IsOn && day <= own.DayOf(until); day = day.AddDays(1))
        {
            var at = own.Instant(day, setting.At);
            if (at > since && at <= until && calendar.IsWorkingDay(day))
            {
                yield return at.ToUniversalTime();
            }
        }
    }

    /// <summary>A zone that the machine does not know any more is that of the company.</summary>
    public static TimeZoneInfo ZoneOf(string zone, TimeZoneInfo otherwise) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : otherwise;
}
