using DrAivBot.Organisation;
using DrAivBot.Planner.Answers;
using DrAivBot.Planner.Events;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Views;

/// <summary>How one time of an event stands in a list: hours, whose calendar it is of or what kind it is, the title, the viewer's answer.</summary>
internal static class EntryText
{
    /// <summary>A button is cut by the phone anyway.</summary>
    private const int MostOnButton = 60;

    private const string Company = "🏢";
    private const string OfUnit = "🗂";
    private const string Closed = "🔒";

    /// <summary>A line of a list of some day.</summary>
    public static Markup Line(IText text, CalendarEntry entry, DateOnly day, UserId viewer, bool clashes) => text.GetMarkup(
        clashes ? "planner.line.clash" : "planner.line",
        ("time", Hours(text, entry, day)), ("icon", IconOf(entry)), ("title", TitleOf(text, entry)), ("answer", AnswerOf(entry, viewer)));

    public static string Label(IText text, CalendarEntry entry, DateOnly day)
    {
        var label = $"{Hours(text, entry, day)} {IconOf(entry)} {TitleOf(text, entry)}";
        return label.Length > MostOnButton ? label[..MostOnButton] + "…" : label;
    }

    /// <summary>What takes the viewer's time at once with something else.</summary>
    public static IReadOnlySet<OccurrenceKey> ClashesOf(IReadOnlyList<CalendarEntry> entries)
    {
        var found = new HashSet<OccurrenceKey>();
        CalendarEntry? latest = null;
        foreach (var entry in entries.Where(entry => entry is { TakesTime: true, Span.IsAllDay: false }).OrderBy(entry => entry.StartsAt))
        {
            if (latest is not null && entry.StartsAt < latest.EndsAt)
            {
                found.Add(entry.Key);
                found.Add(latest.Key);
            }

            latest = latest is null || entry.EndsAt > latest.EndsAt ? entry : latest;
        }

        return found;
    }

    /// <summary>What the signs in a list mean, as far as they stand in it.</summary>
    public static Markup Legend(IText text, IReadOnlyList<CalendarEntry> shown, bool hasClash) => Markup.Lines(
        hasClash ? text.GetMarkup("planner.legend.clash") : Markup.Empty,
        shown.Any(entry => IconOf(entry) == Company) ? text.GetMarkup("planner.legend.company") : Markup.Empty,
        shown.Any(entry => IconOf(entry) == OfUnit) ? text.GetMarkup("planner.legend.unit") : Markup.Empty);

    private static string TitleOf(IText text, CalendarEntry entry) => entry.IsOpen ? entry.Title : text.Get("planner.busy");

    private static string IconOf(CalendarEntry entry) => entry switch
    {
        { IsOpen: false } => Closed,
        { Calendar: CalendarKind.Company } => Company,
        { Calendar: CalendarKind.Unit } => OfUnit,
        _ => KindText.IconOf(entry.Kind),
    };

    private static string AnswerOf(CalendarEntry entry, UserId viewer) => entry switch
    {
        { IsOwn: false } => "",
        { Answer: Rsvp.Declined } => " ❌",
        { Answer: Rsvp.Tentative } => " ❔",
        { Answer: Rsvp.NeedsAction } when entry.Organiser != viewer => " 📩",
        _ => "",
    };

    /// <summary>The hours that fall on a day: «22:00–…» and «…–01:00» for what goes over midnight.</summary>
    private static string Hours(IText text, CalendarEntry entry, DateOnly day)
    {
        var (start, end) = (entry.Span.Start, entry.Span.End);
        var (midnight, next) = (day.ToDateTime(TimeOnly.MinValue), day.AddDays(1).ToDateTime(TimeOnly.MinValue));
        return entry.Span.IsAllDay || (start <= midnight && end >= next)
            ? text.Get("planner.day.whole")
            : $"{(start < midnight ? "…" : WhenText.Hour(text, start))}–{(end > next ? "…" : WhenText.Hour(text, end))}";
    }
}
