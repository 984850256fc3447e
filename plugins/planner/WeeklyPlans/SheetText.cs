using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>Figures of the company's sheet in words.</summary>
internal static class SheetText
{
    public static Markup Sum(IText text, DateOnly week, SheetSum sum) => Markup.Paragraphs(
        text.GetMarkup("planner.sheet.title", ("number", WeekText.Number(week)), ("days", WeekText.Days(text, week))),
        Markup.Lines(
            text.GetMarkup("planner.sheet.planned", ("planned", sum.Planned), ("people", sum.People)),
            text.GetMarkup("planner.sheet.agreed", ("agreed", sum.Agreed)),
            text.GetMarkup("planner.sheet.closed", ("closed", sum.Closed)),
            text.GetMarkup("planner.sheet.result", ("result", Percent(sum.Percent)))));

    public static string Percent(int? percent) => percent is { } value ? FormattableString.Invariant($"{value} %") : "—";
}
