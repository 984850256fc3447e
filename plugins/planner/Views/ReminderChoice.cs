using DrAivBot.Planner.Events;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Views;

/// <summary>When an event reminds of itself: what is offered, and times of one's own.</summary>
internal static class ReminderChoice
{
    public const string Own = "own";

    /// <summary>Minutes before the beginning.</summary>
    private static readonly Dictionary<string, IReadOnlyList<int>> Offered = new(StringComparer.Ordinal)
    {
        ["none"] = [],
        ["quarter"] = [15],
        ["hour"] = [60],
        ["day"] = [1440],
        ["usual"] = EventDetails.DefaultReminders,
    };

    private static readonly char[] Between = [',', ';', '\n'];

    public static IReadOnlyList<string> All { get; } = ["usual", "quarter", "hour", "day", "none", Own];

    public static IReadOnlyList<int>? Of(string choice) => Offered.GetValueOrDefault(choice);

    /// <summary>Reads «1 день, 2 часа, 15 мин», the earliest first; null for what is not understood or too many.</summary>
    public static IReadOnlyList<int>? Read(string typed)
    {
        var found = new List<int>();
        foreach (var part in typed.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!TypedDuration.TryRead(part, out var before) || before.TotalMinutes > EventDetails.MaxReminderMinutes)
            {
                return null;
            }

            found.Add((int)before.TotalMinutes);
        }

        return found.Distinct().Count() is > 0 and <= EventDetails.MaxReminders ? [.. found.Distinct().OrderDescending()] : null;
    }

    /// <summary>«1 день, 1 ч, 15 мин».</summary>
    public static string Say(IText text, IEnumerable<int> minutes) => string.Join(", ", minutes.OrderDescending().Select(before =>
        before == 0 ? text.Get("planner.remind.start") : text.FormatDuration(TimeSpan.FromMinutes(before))));
}
