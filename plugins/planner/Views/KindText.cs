using DrAivBot.Planner.Events;

namespace DrAivBot.Planner.Views;

/// <summary>The last part of the keys of texts about kinds, and their signs.</summary>
internal static class KindText
{
    public static string KeyOf(EventKind kind) => kind switch
    {
        EventKind.Task => "task",
        EventKind.Reminder => "reminder",
        EventKind.Absence => "absence",
        EventKind.Deadline => "deadline",
        _ => "meeting",
    };

    public static string IconOf(EventKind kind) => kind switch
    {
        EventKind.Task => "☑️",
        EventKind.Reminder => "🔔",
        EventKind.Absence => "🌴",
        EventKind.Deadline => "🏁",
        _ => "👥",
    };
}
