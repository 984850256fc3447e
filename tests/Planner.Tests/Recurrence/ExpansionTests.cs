using System.Globalization;
using CsCheck;
using DrAivBot.Planner.Recurrence;
using CalDateTime = Ical.Net.DataTypes.CalDateTime;
using CalendarEvent = Ical.Net.CalendarComponents.CalendarEvent;

namespace DrAivBot.Planner.Tests.Recurrence;

public sealed class ExpansionTests
{
    private const int Most = 60;

    [Theory]
    [InlineData("FREQ=DAILY;COUNT=3", "2026-01-30", "2026-01-30 2026-01-31 2026-02-01")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=4", "2026-01-29", "2026-01-29 2026-01-30 2026-02-02 2026-02-03")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=4", "2026-01-01", "2026-01-01 2026-01-13 2026-01-15 2026-01-27")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU;COUNT=3", "2026-01-13", "2026-01-13 2026-02-10 2026-03-10")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "2026-01-30", "2026-01-30 2026-02-27 2026-03-27")]
    [InlineData("FREQ=DAILY;UNTIL=20260103T090000", "2026-01-01", "2026-01-01 2026-01-02 2026-01-03")]
    public void A_rule_gives_its_days(string rule, string start, string days) => Assert.Equal(days, Days(rule, start, 10));

    [Fact]
    public void Day_31_in_short_months_is_skipped() =>
        Assert.Equal("2026-01-31 2026-03-31 2026-05-31 2026-07-31", Days("FREQ=MONTHLY", "2026-01-31", 4));

    [Fact]
    public void The_29th_of_February_comes_in_leap_years_only() =>
        Assert.Equal("2024-02-29 2028-02-29 2032-02-29", Days("FREQ=YEARLY", "2024-02-29", 3));

    [Fact]
    public void A_fifth_weekday_that_a_month_does_not_have_is_skipped() =>
        Assert.Equal("2026-01-30 2026-05-29 2026-07-31", Days("FREQ=MONTHLY;BYDAY=5FR", "2026-01-30", 3));

    [Fact]
    public void Any_rule_gives_what_Ical_Net_gives() => Rules.Sample((rule, start) =>
    {
        var aligned = Expansion.Align(rule, start);
        var ours = Expansion.Of(rule, aligned).TakeWhile(local => local < aligned.AddYears(6)).Take(Most).ToList();
        var theirs = Theirs(rule, aligned).TakeWhile(local => local < aligned.AddYears(6)).Take(Most).ToList();
        return ours.SequenceEqual(theirs);
    });

    [Fact]
    public void Any_rule_is_printed_and_read_the_same() => Rules.Sample((rule, start) => RuleText.Parse(RuleText.Print(rule), start) == rule);

    [Fact]
    public void A_rule_that_ends_before_a_time_gives_what_came_before_it() => Rules.Sample((rule, start) =>
    {
        var all = Expansion.Of(rule, Expansion.Align(rule, start)).Take(10).ToList();
        return all.Count < 4 || Expansion.Of(rule.EndingBefore(all[3]), all[0]).SequenceEqual(all.Take(3));
    });

    private static Gen<(RecurrenceRule, DateTime)> Rules { get; } = Gen.Select(
        Gen.Enum<Frequency>(), Gen.Int[1, 5], Gen.Int[0, 3], Gen.Int[1, 40], Gen.Enum<DayOfWeek>().Array[0, 4], Gen.Int[0, 5].Select(one => one == 0 ? -1 : one), Gen.Int[0, 60 * 24 * 3000])
        .Select(drawn =>
        {
            var (frequency, interval, end, count, days, ordinal, minute) = drawn;
            var start = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(minute);
            var weekdays = days.Distinct().OrderBy(day => ((int)day + 6) % 7).ToList();
            var rule = new RecurrenceRule
            {
                Frequency = frequency,
                Interval = interval,
                Count = end == 1 ? count : null,
                Until = end == 2 ? start.AddDays(count * 7) : null,
                Weekdays = frequency == Frequency.Weekly ? weekdays : [],
                MonthlyOn = frequency == Frequency.Monthly && days.Length > 0 ? new(ordinal, days[0]) : null,
                WeekStart = frequency == Frequency.Weekly && interval > 1 && weekdays.Count > 1 && end == 3 ? DayOfWeek.Sunday : DayOfWeek.Monday,
            };
            return (rule, start);
        });

    private static IEnumerable<DateTime> Theirs(RecurrenceRule rule, DateTime start)
    {
        var calendarEvent = new CalendarEvent { Start = new CalDateTime(start), RecurrenceRule = new Ical.Net.DataTypes.RecurrenceRule(RuleText.Print(rule)) };
        return calendarEvent.GetOccurrences().Select(occurrence => occurrence.Period.StartTime.Value);
    }

    private static string Days(string rule, string start, int most)
    {
        var local = DateTime.ParseExact(start, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddHours(9);
        return string.Join(' ', Expansion.Of(RuleText.Parse(rule, local)!, local).Take(most).Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }
}
