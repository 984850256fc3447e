using DrAivBot.Organisation;
using DrAivBot.Planner.Recurrence;
using DrAivBot.Planner.Time;

namespace DrAivBot.Planner.Events;

/// <summary>An event as it is stored: a single one, or the series.</summary>
internal sealed record CalendarEvent
{
    public required Guid Id { get; init; }

    /// <summary>Names it in calendar files.</summary>
    public required string Uid { get; init; }

    public required UserId Organiser { get; init; }

    /// <summary>The post the organiser acted from; null for somebody without any.</summary>
    public PositionId? Position { get; init; }

    /// <summary>Rises with each change of time, as calendar files want it.</summary>
    public int Sequence { get; init; }

    public bool IsCancelled { get; init; }

    public required EventDetails Details { get; init; }

    public bool Recurs => Details.Rule is not null;

    public TimeZoneInfo Zone => WallTime.ZoneOf(Details.Zone);
}

/// <summary>What an organiser says of an event.</summary>
internal sealed record EventDetails
{
    public const int MaxTitle = 200;
    public const int MaxPlace = 200;
    public const int MaxLink = 500;
    public const int MaxDescription = 2000;
    public const int MaxReminders = 5;
    public const int MaxReminderMinutes = 40320;

    /// <summary>A day, an hour and a quarter of an hour before.</summary>
    public static IReadOnlyList<int> DefaultReminders { get; } = [1440, 60, 15];

    /// <summary>1 to <see cref="MaxTitle"/> characters.</summary>
    public required string Title { get; init; }

    public EventKind Kind { get; init; }

    /// <summary>In the wall time of <see cref="Zone"/>; of a series, its first time.</summary>
    public required LocalSpan Span { get; init; }

    /// <summary>IANA name.</summary>
    public required string Zone { get; init; }

    /// <summary>Null for what happens once.</summary>
    public RecurrenceRule? Rule { get; init; }

    public CalendarKind Calendar { get; init; }

    /// <summary>Of a unit's calendar: see <see cref="Events.Unit"/>.</summary>
    public int? Unit { get; init; }

    public string? Place { get; init; }

    /// <summary>An http or https address.</summary>
    public string? Link { get; init; }

    public string? Description { get; init; }

    /// <summary>Whether others than organiser and participants see only that the time is taken.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Minutes before the beginning, at most <see cref="MaxReminders"/>.</summary>
    public IReadOnlyList<int> Reminders { get; init; } = DefaultReminders;
}
