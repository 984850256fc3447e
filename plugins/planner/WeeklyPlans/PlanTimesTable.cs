using System.Globalization;
using DrAivBot.Organisation;
using DrAivBot.Work;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>When the company plans, and the rhythm that follows from it.</summary>
internal sealed class PlanTimesTable(IWork work, ICompanySettings settings, IAudit audit)
{
    private const int Sunday = 7;

    /// <summary>Null without a company.</summary>
    public async Task<PlanRhythm?> FindRhythmAsync(CancellationToken cancellationToken) =>
        await settings.FindCalendarAsync(cancellationToken) is { } calendar ? new(calendar, await FindAsync(cancellationToken)) : null;

    public async Task<PlanTimes> FindAsync(CancellationToken cancellationToken) =>
        await work.FindAsync(
            "select day, extract(epoch from at)::int from planner.plan_times",
            [],
            reader => new PlanTimes { Day = (DayOfWeek)(reader.GetInt16(0) % Sunday), At = TimeOnly.MinValue.Add(TimeSpan.FromSeconds(reader.GetInt32(1))) },
            cancellationToken) ?? new();

    /// <summary>Keeps the times, and writes into the company's audit what they were.</summary>
    public async Task SaveAsync(PlanTimes times, CancellationToken cancellationToken)
    {
        var before = await FindAsync(cancellationToken);
        await work.ExecuteAsync(
            """
            insert into planner.plan_times (day, at) values ($1, $2)
            on conflict (company_id) do update set day = excluded.day, at = excluded.at
            """,
            [(short)(times.Day == DayOfWeek.Sunday ? Sunday : (int)times.Day), times.At],
            cancellationToken);
        await audit.NoteAsync(new() { Act = "plan.times", Before = Fields(before), After = Fields(times) }, cancellationToken);
    }

    private static Dictionary<string, string?> Fields(PlanTimes times) => new(StringComparer.Ordinal) { ["day"] = times.Day.ToString(), ["at"] = times.At.ToString("HH:mm", CultureInfo.InvariantCulture) };
}
