namespace DrAivBot.Planner.Events;

/// <summary>What an event is. Stored as numbers.</summary>
internal enum EventKind
{
    Meeting = 0,
    Task = 1,
    Reminder = 2,
    Absence = 3,
    Deadline = 4,
}

/// <summary>Whose calendar an event stands in: who may look at it without being invited.</summary>
internal enum CalendarKind
{
    /// <summary>Organiser and participants.</summary>
    Personal = 0,

    /// <summary>Also whoever holds a post in the unit.</summary>
    Unit = 1,

    /// <summary>Everybody.</summary>
    Company = 2,
}

/// <summary>What a change or cancelling of a series reaches.</summary>
internal enum EditScope
{
    /// <summary>«Только это»; the whole of what does not recur.</summary>
    One = 0,

    /// <summary>«Это и следующие».</summary>
    Following = 1,

    /// <summary>«Все».</summary>
    All = 2,
}
