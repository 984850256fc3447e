using System.Globalization;
using DrAivBot.Planner.Recurrence;

namespace DrAivBot.Planner.Views;

/// <summary>Numbers as they are typed, and in ids of choices.</summary>
internal static class TypedTimes
{
    /// <summary>How often something happens; null for what a rule does not take.</summary>
    public static int? Number(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= RecurrenceRule.MaxCount ? number : null;

    public static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);
}
