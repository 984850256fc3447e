using CsCheck;
using DrAivBot.Organisation;
using DrAivBot.Planner.WeeklyPlans;

namespace DrAivBot.Planner.Tests.WeeklyPlans;

public sealed class PlanRhythmTests
{
    private static readonly string[] Zones = ["Europe/Moscow", "Europe/Chisinau", "Europe/Kyiv", "Asia/Vladivostok", "Asia/Almaty", "UTC"];

    private static readonly Gen<(PlanRhythm Rhythm, DateTimeOffset Now)> Rhythms = Gen
        .Select(Gen.Int[0, Zones.Length - 1], Gen.Int[0, 6], Gen.Int[0, 1439], Gen.Int[0, 6], Gen.Int[0, 1439], Gen.Int[0, 5_000_000])
        .Select((zone, day, minute, cutoffDay, cutoffMinute, now) => (
            new PlanRhythm(CalendarOf(Zones[zone], cutoffDay, cutoffMinute), new() { Day = (DayOfWeek)day, At = TimeOnly.MinValue.AddMinutes(minute) }),
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(now)));

    [Fact]
    public void A_week_is_planned_before_it_closes_and_reported_before_the_next_closes() => Rhythms.Sample(
        (rhythm, now) =>
        {
            var week = rhythm.WeekOf(now);
            Assert.True(PlanRhythm.IsWeek(week));
            Assert.Equal(PlanRhythm.MondayOf(rhythm.Calendar.DayOf(rhythm.PlanningOf(week))), week.AddDays(-7));
            Assert.True(rhythm.PlanningOf(week) < rhythm.CutoffOf(week));
            Assert.InRange(rhythm.CutoffOf(week) - rhythm.Calendar.Instant(week, TimeOnly.MinValue), TimeSpan.FromMinutes(1), new TimeSpan(7, 1, 0, 0));
            Assert.True(rhythm.CutoffOf(week) < rhythm.CloseOf(week));
            Assert.Equal(rhythm.CloseOf(week), rhythm.CutoffOf(week.AddDays(7)));
        },
        iter: 2000);

    [Fact]
    public void The_present_week_can_be_planned_or_reported_or_is_under_way() => Rhythms.Sample(
        (rhythm, now) =>
        {
            var week = rhythm.PresentWeek(now);
            Assert.True(week == rhythm.WeekOf(now) || week == rhythm.WeekOf(now).AddDays(7));
            Assert.True(rhythm.MayPlan(week, now) != rhythm.MayReport(week, now));
            Assert.Equal(week, rhythm.Choose(asked: null, now));
            Assert.Null(rhythm.Choose(week.AddDays(1), now));
            Assert.Null(rhythm.Choose(DateOnly.MaxValue, now));
            Assert.False(rhythm.MayPlan(DateOnly.MaxValue, now));
            Assert.False(rhythm.MayPlan(DateOnly.MinValue, now));
        },
        iter: 2000);

    private static WorkingCalendar CalendarOf(string zone, int cutoffDay, int cutoffMinute) => new()
    {
        Zone = TimeZoneInfo.FindSystemTimeZoneById(zone),
        Week = Enumerable.Range(1, 5).ToDictionary(day => (DayOfWeek)day, _ => new WorkingHours { From = new(9, 0), Until = new(18, 0) }),
        Quiet = new() { From = TimeOnly.MinValue, Until = TimeOnly.MinValue },
        Cutoff = new() { Day = (DayOfWeek)cutoffDay, At = TimeOnly.MinValue.AddMinutes(cutoffMinute) },
    };
}
