using DrAivBot.Planner.QuickEntry;
using DrAivBot.Planner.Recurrence;

namespace DrAivBot.Planner.Views;

/// <summary>How often a new event happens: what is offered, and a rule of one's own words.</summary>
internal static class RepeatChoice
{
    public const string Never = "never";
    public const string Own = "own";

    private const string Daily = "daily";
    private const string Workdays = "workdays";
    private const string Weekly = "weekly";
    private const string Monthly = "monthly";
    private const string Nth = "nth";
    private const string Yearly = "yearly";

    public static IReadOnlyList<string> All { get; } = [Never, Daily, Workdays, Weekly, Monthly, Nth, Yearly, Own];

    /// <summary>The rule of a draft whose first time is this.</summary>
    public static RecurrenceRule? RuleOf(NewEventState state, DateTime start) =>
        OfChoice(state, start) is { } rule ? rule with { Count = state.Times, Until = state.Until?.ToDateTime(new TimeOnly(23, 59, 59)) } : null;

    /// <summary>Puts a rule into a draft.</summary>
    public static void Put(NewEventState state, RecurrenceRule? rule)
    {
        state.Repeat = rule is null ? Never : Own;
        state.OwnRule = rule is null ? "" : RuleText.Print(rule with { Count = null, Until = null });
        state.Times = rule?.Count;
        state.Until = rule?.Until is { } until ? DateOnly.FromDateTime(until) : null;
    }

    /// <summary>Reads «по вторникам и четвергам», "every 2 weeks"; null for what is no rule.</summary>
    public static RecurrenceRule? Read(string typed, DateOnly day)
    {
        var noon = new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
        return QuickEntryParser.Parse(typed, noon, TimeZoneInfo.Utc) is { Rule: { IsValid: true } rule } ? rule : null;
    }

    private static RecurrenceRule? OfChoice(NewEventState state, DateTime start) => state.Repeat switch
    {
        Daily => new() { Frequency = Frequency.Daily },
        Workdays => RecurrenceRule.Workdays,
        Weekly => new() { Frequency = Frequency.Weekly },
        Monthly => new() { Frequency = Frequency.Monthly },
        Nth => new() { Frequency = Frequency.Monthly, MonthlyOn = NthWeekday.Of(DateOnly.FromDateTime(start)) },
        Yearly => new() { Frequency = Frequency.Yearly },
        Own => RuleText.Parse(state.OwnRule, start),
        _ => null,
    };
}
