using System.Globalization;
using DrAivBot.Delivery;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.Time;

namespace DrAivBot.Planner.Views;

/// <summary>What is asked for a new event, and shown as a draft before it is made. Days and times are by the clock of whoever asks.</summary>
internal sealed record NewEventState : EventParts
{
    public const string WholeSteps = "";

    public DateOnly? Day { get; set; }

    /// <summary>One of <see cref="SpanChoice"/>.</summary>
    public string Takes { get; set; } = SpanChoice.Hours;

    public TimeOnly? Time { get; set; }

    public TimeSpan? Length { get; set; }

    /// <summary>Of several whole days.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>One of <see cref="RepeatChoice"/>.</summary>
    public string Repeat { get; set; } = RepeatChoice.Never;

    /// <summary>The rule of <see cref="RepeatChoice.Own"/>, as its canonical text.</summary>
    public string OwnRule { get; set; } = "";

    /// <summary>The last day it begins on; null without such an end.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>How often in all; null without such an end.</summary>
    public int? Times { get; set; }

    /// <summary>Names in the typed line that may be people of the company; asked about, never taken by themselves.</summary>
    public IReadOnlyList<NameOffer> Offers { get; set; } = [];

    /// <summary>The line it was read from; empty when it was asked for step by step.</summary>
    public string Typed { get; set; } = "";

    /// <summary>The words of the line that were understood as how it recurs; empty when there were none, or they were put back into the title.</summary>
    public string RuleSaid { get; set; } = "";

    /// <summary>«personal», «company», or the number of a unit.</summary>
    public string Calendar { get; set; } = CalendarChoice.Personal;

    /// <summary>What was asked for; null while it is not complete.</summary>
    public EventDetails? ToDetails(TimeZoneInfo zone)
    {
        if (Title.Length == 0 || Day is not { } day || SpanOf(day) is not { } span)
        {
            return null;
        }

        var isLink = IsLink();
        return new()
        {
            Title = Title,
            Kind = Kind,
            Span = span,
            Zone = zone.Id,
            Rule = RepeatChoice.RuleOf(this, span.Start),
            Calendar = CalendarChoice.KindOf(Calendar),
            Unit = CalendarChoice.UnitOf(Calendar),
            Place = Place.Length == 0 || isLink ? null : Place,
            Link = isLink ? Place : null,
            Description = Note.Length == 0 ? null : Note,
            IsPrivate = IsPrivate,
            Reminders = Reminders,
        };
    }

    /// <summary>Whether it recurs because of words of the line.</summary>
    public bool RecursAsSaid() => RuleSaid.Length > 0 && Repeat == RepeatChoice.Own;

    private LocalSpan? SpanOf(DateOnly day) => Takes switch
    {
        SpanChoice.Day => LocalSpan.Days(day, day),
        SpanChoice.Days when LastDay is { } last && last >= day => LocalSpan.Days(day, last),
        SpanChoice.Hours when Time is { } time && Length is { } length => LocalSpan.Hours(day.ToDateTime(time), length),
        _ => null,
    };
}

/// <summary>A name that was typed, and who may be meant.</summary>
internal sealed record NameOffer
{
    /// <summary>As typed.</summary>
    public required string Said { get; init; }

    /// <summary>People of the company; empty when nobody fits.</summary>
    public required IReadOnlyList<NamedRecipient> Candidates { get; init; }
}

/// <summary>The calendars of a choice.</summary>
internal static class CalendarChoice
{
    public const string Personal = "personal";
    public const string Company = "company";

    public static CalendarKind KindOf(string choice) => choice switch
    {
        Company => CalendarKind.Company,
        _ when UnitOf(choice) is not null => CalendarKind.Unit,
        _ => CalendarKind.Personal,
    };

    public static int? UnitOf(string choice) => int.TryParse(choice, NumberStyles.None, CultureInfo.InvariantCulture, out var unit) ? unit : null;
}
