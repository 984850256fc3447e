namespace DrAivBot.Planner.Views;

/// <summary>What of a draft can be changed by itself. The ids stand in buttons and in the keys of texts.</summary>
internal static class DraftPart
{
    public const string Title = "title";
    public const string Kind = "kind";
    public const string When = "when";
    public const string Repeat = "repeat";
    public const string People = "people";
    public const string Place = "place";
    public const string Note = "note";
    public const string Reminders = "remind";
    public const string Calendar = "calendar";
    public const string Sight = "sight";

    /// <summary>In the order of their buttons.</summary>
    public static IReadOnlyList<string> All { get; } = [Title, When, People, Repeat, Place, Reminders, Kind, Calendar, Sight, Note];

    /// <summary>What of an event that stands can be changed by itself; moving it is another matter.</summary>
    public static IReadOnlyList<string> OfEvents { get; } = [Title, People, Place, Reminders, Kind, Sight, Note];

    /// <summary>Whether every new event is asked for it; the other parts have answers that mostly fit.</summary>
    public static bool IsAsked(string part) => part is Kind or When or Repeat or People;
}

/// <summary>Whether an event takes hours or whole days.</summary>
internal static class SpanChoice
{
    public const string Hours = "hours";
    public const string Day = "day";
    public const string Days = "days";

    public static IReadOnlyList<string> All { get; } = [Hours, Day, Days];
}
