using DrAivBot.Planner.Recurrence;

namespace DrAivBot.Planner.QuickEntry;

/// <summary>How often a line says that something happens.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="DayOfMonth">Monthly: the day it names, which a rule takes from its start; null for that of the start.</param>
internal sealed record QuickRule(RecurrenceRule Rule, int? DayOfMonth = null)
{
    /// <summary>The words it was read from, as typed.</summary>
    public string Said { get; init; } = "";

    /// <summary>Eight months hold every day of a month.</summary>
    private const int LongestSearch = 250;

    /// <summary>The first day not before another that the rule gives.</summary>
    public DateOnly FirstFrom(DateOnly day)
    {
        if (DayOfMonth is { } number && day.DayNumber < DateOnly.MaxValue.DayNumber - LongestSearch)
        {
            day = Enumerable.Range(0, LongestSearch).Select(day.AddDays).FirstOrDefault(other => other.Day == number, day);
        }

        return DateOnly.FromDateTime(Expansion.Align(Rule, day.ToDateTime(TimeOnly.MinValue)));
    }
}
