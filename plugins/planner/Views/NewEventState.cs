using System.Globalization;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.Recurrence;
using DrAivBot.Planner.Time;

namespace DrAivBot.Planner.Views;

/// <summary>What is asked for a new event.</summary>
internal sealed record NewEventState
{
    public string Title { get; set; } = "";

    public string Kind { get; set; } = nameof(EventKind.Meeting);

    /// <summary>As typed.</summary>
    public string Day { get; set; } = "";

    /// <summary>As typed; empty for the whole day.</summary>
    public string Hour { get; set; } = "";

    /// <summary>In minutes; 0 for the whole day.</summary>
    public string Length { get; set; } = "";

    public string Repeat { get; set; } = "";

    /// <summary>Names as typed, with commas between; a dash for nobody.</summary>
    public string People { get; set; } = "";

    public string Calendar { get; set; } = "personal";

    public string Sight { get; set; } = "open";

    /// <summary>What was asked for, in the zone of whoever asks; null while it is not complete.</summary>
    public EventDetails? ToDetails(TimeZoneInfo zone)
    {
        if (TypedTimes.Day(Day) is not { } day || !int.TryParse(Length, CultureInfo.InvariantCulture, out var minutes) || !Enum.TryParse<EventKind>(Kind, out var kind))
        {
            return null;
        }

        var start = day.ToDateTime(TypedTimes.Hour(Hour) ?? TimeOnly.MinValue);
        return new()
        {
            Title = Title,
            Kind = kind,
            Span = minutes == 0 ? LocalSpan.Days(day, day) : LocalSpan.Hours(start, TimeSpan.FromMinutes(minutes)),
            Zone = zone.Id,
            Rule = RuleOf(Repeat, day),
            Calendar = Calendar switch { "personal" => CalendarKind.Personal, "company" => CalendarKind.Company, _ => CalendarKind.Unit },
            Unit = int.TryParse(Calendar, CultureInfo.InvariantCulture, out var unit) ? unit : null,
            IsPrivate = Sight == "private",
        };
    }

    /// <summary>The rules offered for a day.</summary>
    public static RecurrenceRule? RuleOf(string repeat, DateOnly day) => repeat switch
    {
        "daily" => new() { Frequency = Frequency.Daily },
        "workdays" => RecurrenceRule.Workdays,
        "weekly" => new() { Frequency = Frequency.Weekly },
        "monthly" => new() { Frequency = Frequency.Monthly },
        "nth" => new() { Frequency = Frequency.Monthly, MonthlyOn = NthWeekday.Of(day) },
        "yearly" => new() { Frequency = Frequency.Yearly },
        _ => null,
    };
}
