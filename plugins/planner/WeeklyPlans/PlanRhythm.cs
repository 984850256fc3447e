using DrAivBot.Organisation;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>When weeks are planned, reported and closed, by the company's clock. A week is named by its Monday.</summary>
internal sealed record PlanRhythm(WorkingCalendar Calendar, PlanTimes Times)
{
    private const int DaysOfWeek = 7;
    private const int FarthestDays = 3700;

    /// <summary>So long after the call to plan, who has not is reminded.</summary>
    private static readonly TimeSpan PatienceWithPlans = TimeSpan.FromHours(2);

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek));

    public static bool IsWeek(DateOnly day) => day.DayOfWeek == DayOfWeek.Monday;

    public DateOnly WeekOf(DateTimeOffset instant) => MondayOf(Calendar.DayOf(instant));

    /// <summary>
    /// When everybody plans a week: on the planning day of the week before, or on the last working day before that, so that
    /// a holiday does not swallow the planning.
    /// </summary>
    public DateTimeOffset PlanningOf(DateOnly week)
    {
        var before = week.AddDays(-DaysOfWeek);
        var planned = before.AddDays(((int)Times.Day + DaysOfWeek - 1) % DaysOfWeek);
        var day = planned;
        while (!Calendar.IsWorkingDay(day) && day > before)
        {
            day = day.AddDays(-1);
        }

        return Calendar.Instant(Calendar.IsWorkingDay(day) ? day : planned, Times.At);
    }

    public DateTimeOffset PlanReminderOf(DateOnly week) => Calendar.AddWorkingTime(PlanningOf(week), PatienceWithPlans);

    /// <summary>From when the week is reported.</summary>
    public DateTimeOffset CutoffOf(DateOnly week) => Calendar.NextCutoff(Calendar.Instant(week, TimeOnly.MinValue));

    public DateTimeOffset ReportReminderOf(DateOnly week) => Calendar.AddWorkingDays(CutoffOf(week), 1);

    /// <summary>When it gets its result whether it was reported or not.</summary>
    public DateTimeOffset CloseOf(DateOnly week) => CutoffOf(week.AddDays(DaysOfWeek));

    /// <summary>What everybody is called to for a week, and when.</summary>
    public IEnumerable<(PlanCall Call, DateTimeOffset At)> CallsOf(DateOnly week) =>
    [
        (new() { Kind = PlanCallKind.Plan, Week = week }, PlanningOf(week)),
        (new() { Kind = PlanCallKind.PlanAgain, Week = week }, PlanReminderOf(week)),
        (new() { Kind = PlanCallKind.Report, Week = week }, CutoffOf(week)),
        (new() { Kind = PlanCallKind.ReportAgain, Week = week }, ReportReminderOf(week)),
        (new() { Kind = PlanCallKind.Close, Week = week }, CloseOf(week)),
    ];

    /// <summary>The week whose plan matters at an instant: this one until everybody plans the next.</summary>
    public DateOnly PresentWeek(DateTimeOffset now)
    {
        var next = WeekOf(now).AddDays(DaysOfWeek);
        return now >= PlanningOf(next) ? next : WeekOf(now);
    }

    /// <summary>The week that was asked for, or the present one.</summary>
    /// <returns>Null for what is no week, or one that nobody has reason to look at.</returns>
    public DateOnly? Choose(DateOnly? asked, DateTimeOffset now) => asked is not { } week ? PresentWeek(now)
        : IsWeek(week) && Math.Abs(week.DayNumber - WeekOf(now).DayNumber) <= FarthestDays ? week
        : null;

    /// <summary>Whether a plan can be made: for this week until it closes and for the next.</summary>
    public bool MayPlan(DateOnly week, DateTimeOffset now) =>
        IsWeek(week) && week >= WeekOf(now) && week <= WeekOf(now).AddDays(DaysOfWeek) && now < CutoffOf(week);

    public bool MayReport(DateOnly week, DateTimeOffset now) => now >= CutoffOf(week);
}
