using CsCheck;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Tests.Organisation;

public sealed class WorkingCalendarTests
{
    /// <summary>Monday to Friday 9 to 18, Saturday 10 to 14; 9 March off, Sunday 15 March worked.</summary>
    private static readonly WorkingCalendar Almaty = new()
    {
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty"),
        Week = Enumerable.Range(1, 5).ToDictionary(day => (DayOfWeek)day, _ => Hours(9, 18)).Append(new(DayOfWeek.Saturday, Hours(10, 14))).ToDictionary(),
        Days = new Dictionary<DateOnly, bool> { [new(2026, 3, 9)] = false, [new(2026, 3, 15)] = true },
        Quiet = new() { From = new(21, 0), Until = new(8, 0) },
        Cutoff = new() { Day = DayOfWeek.Sunday, At = new(23, 59) },
    };

    private static readonly Gen<DateTimeOffset> Moments = Gen.Int[0, 60 * 24 * 60].Select(minutes => At("2026-02-20 00:00").AddMinutes(minutes));

    [Fact]
    public void Weekends_and_holidays_are_not_worked_and_a_worked_weekend_is()
    {
        Assert.True(Almaty.IsWorkingDay(new(2026, 3, 6)));
        Assert.False(Almaty.IsWorkingDay(new(2026, 3, 8)));
        Assert.False(Almaty.IsWorkingDay(new(2026, 3, 9)));
        Assert.Equal(Hours(9, 18), Almaty.FindHours(new(2026, 3, 15)));
    }

    [Theory]
    [InlineData("2026-03-06 12:30", "2026-03-06 12:30")]
    [InlineData("2026-03-06 07:00", "2026-03-06 09:00")]
    [InlineData("2026-03-06 18:00", "2026-03-07 10:00")]
    [InlineData("2026-03-07 20:00", "2026-03-10 09:00")]
    public void The_next_working_moment_passes_over_nights_weekends_and_holidays(string from, string expected) =>
        Assert.Equal(At(expected), Almaty.NextWorkingMoment(At(from)));

    [Theory]
    [InlineData("2026-03-06 17:00", 60, "2026-03-06 18:00")]
    [InlineData("2026-03-06 17:00", 61, "2026-03-07 10:01")]
    [InlineData("2026-03-06 17:00", 360, "2026-03-10 10:00")]
    [InlineData("2026-03-06 20:00", 0, "2026-03-07 10:00")]
    public void Working_time_is_counted_in_working_hours_only(string from, int minutes, string expected) =>
        Assert.Equal(At(expected), Almaty.AddWorkingTime(At(from), TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData("2026-03-05 16:00", 2, "2026-03-07 14:00")]
    [InlineData("2026-03-06 16:00", 2, "2026-03-10 16:00")]
    [InlineData("2026-03-08 16:00", 1, "2026-03-11 09:00")]
    public void A_term_in_working_days_ends_at_the_same_time_within_the_hours_of_its_day(string from, int days, string expected) =>
        Assert.Equal(At(expected), Almaty.AddWorkingDays(At(from), days));

    [Fact]
    public void What_is_added_in_working_time_lies_between() => Gen.Select(Moments, Gen.Int[0, 5000]).Sample((from, minutes) =>
    {
        var until = Almaty.AddWorkingTime(from, TimeSpan.FromMinutes(minutes));

        Assert.True(until >= from);
        Assert.Equal(TimeSpan.FromMinutes(minutes), Almaty.WorkingTimeBetween(from, until));
    });

    [Fact]
    public void The_next_working_moment_is_worked_and_no_work_is_passed_over() => Moments.Sample(from =>
    {
        var next = Almaty.NextWorkingMoment(from);

        Assert.Equal(next, Almaty.NextWorkingMoment(next));
        Assert.Equal(TimeSpan.Zero, Almaty.WorkingTimeBetween(from, next));
        Assert.True(Almaty.WorkingTimeBetween(from, next.AddMinutes(1)) == TimeSpan.FromMinutes(1));
    });

    [Theory]
    [InlineData("2026-03-06 20:59", "2026-03-06 20:59")]
    [InlineData("2026-03-06 21:00", "2026-03-07 08:00")]
    [InlineData("2026-03-07 03:00", "2026-03-07 08:00")]
    [InlineData("2026-03-07 08:00", "2026-03-07 08:00")]
    public void Quiet_hours_run_over_midnight(string from, string expected)
    {
        Assert.Equal(At(expected), Almaty.AfterQuiet(At(from)));
        Assert.Equal(from != expected, Almaty.IsQuiet(At(from)));
    }

    [Fact]
    public void Equal_ends_of_quiet_mean_never() =>
        Assert.DoesNotContain(true, Enumerable.Range(0, 24).Select(hour => (Almaty with { Quiet = new() { From = new(7, 0), Until = new(7, 0) } }).IsQuiet(At("2026-03-06 00:00").AddHours(hour))));

    [Theory]
    [InlineData("2026-03-06 12:00", "2026-03-08 23:59")]
    [InlineData("2026-03-08 23:58", "2026-03-08 23:59")]
    [InlineData("2026-03-08 23:59", "2026-03-15 23:59")]
    public void A_week_closes_at_its_cutoff(string from, string expected) => Assert.Equal(At(expected), Almaty.NextCutoff(At(from)));

    [Fact]
    public void A_time_that_the_clocks_skip_is_the_first_after_the_gap()
    {
        var berlin = Almaty with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };

        Assert.Equal(new DateTimeOffset(2026, 3, 29, 3, 0, 0, TimeSpan.FromHours(2)), berlin.Instant(new(2026, 3, 29), new(2, 30)));
    }

    [Fact]
    public void A_company_that_never_works_is_told_so() =>
        Assert.Throws<InvalidOperationException>(() => (Almaty with { Week = new Dictionary<DayOfWeek, WorkingHours>(), Days = new Dictionary<DateOnly, bool>() }).NextWorkingMoment(At("2026-03-06 12:00")));

    private static WorkingHours Hours(int from, int until) => new() { From = new(from, 0), Until = new(until, 0) };

    private static DateTimeOffset At(string local) => new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(5));
}
