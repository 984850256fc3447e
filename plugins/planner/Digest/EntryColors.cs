namespace DrAivBot.Planner.Digest;

/// <summary>Colours of the kinds of events in pictures, with the names that explain them.</summary>
internal static class EntryColors
{
    public const int Meeting = 0x1D4ED8;
    public const int Task = 0x047857;
    public const int Reminder = 0x0E7490;
    public const int Absence = 0x6D28D9;
    public const int Deadline = 0xC2410C;

    public static IReadOnlyList<(int Color, string Key)> All { get; } =
    [
        (Meeting, "planner.picture.meeting"), (Task, "planner.picture.task"), (Reminder, "planner.picture.reminder"),
        (Absence, "planner.picture.absence"), (Deadline, "planner.picture.deadline"),
    ];
}
