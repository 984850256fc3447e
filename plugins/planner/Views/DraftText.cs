using DrAivBot.Planner.Events;
using DrAivBot.Planner.Time;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Views;

/// <summary>What a draft says.</summary>
internal static class DraftText
{
    public static Markup Body(ITurn turn, EventDetails details, NewEventState state, Taken taken) => Markup.Paragraphs(
        turn.Text.GetMarkup("planner.draft"),
        Summary(turn, details, state),
        Markup.Plain(details.Description),
        state.RecursAsSaid() ? turn.Text.GetMarkup("planner.draft.rule_said", ("said", state.RuleSaid)) : Markup.Empty,
        Offers(turn.Text, state.Offers),
        IsPast(turn, details) ? turn.Text.GetMarkup("planner.draft.past") : Markup.Empty,
        Conflicts(turn.Text, taken));

    /// <summary>Whole days are past when their last is.</summary>
    private static bool IsPast(ITurn turn, EventDetails details) =>
        details.Span.In(WallTime.ZoneOf(details.Zone)) is var (start, end) && (details.Span.IsAllDay ? end : start) <= turn.StartedAt;

    private static Markup Summary(ITurn turn, EventDetails details, NewEventState state) => Markup.Lines(
        turn.Text.GetMarkup("planner.card.title." + KindText.KeyOf(details.Kind), ("title", details.Title)),
        turn.Text.GetMarkup("planner.card.when", ("when", WhenText.Span(turn.Text, details.Span))),
        details.Rule is { } rule ? turn.Text.GetMarkup("planner.card.rule", ("rule", RuleWords.Of(turn.Text, rule, details.Span.Start))) : Markup.Empty,
        state.People.Count > 0 ? turn.Text.GetMarkup("planner.draft.people", ("people", string.Join(", ", state.People.Select(one => one.Name)))) : Markup.Empty,
        PlaceText.Line(turn.Text, details.Place, details.Link),
        RemindersLine(turn.Text, details),
        CalendarLine(turn.Text, details));

    public static Markup RemindersLine(IText text, EventDetails details) => details.Reminders.Count == 0
        ? text.GetMarkup("planner.card.no_reminders")
        : text.GetMarkup("planner.card.reminders", ("before", ReminderChoice.Say(text, details.Reminders)));

    public static Markup CalendarLine(IText text, EventDetails details) => Markup.Lines(
        text.GetMarkup("planner.card.calendar", ("calendar", OpenCalendars.NameOf(text, details))),
        details.IsPrivate ? text.GetMarkup("planner.card.private") : Markup.Empty);

    private static Markup Offers(IText text, IReadOnlyList<NameOffer> offers) => Markup.Lines(offers.Select(offer =>
        text.GetMarkup(offer.Candidates.Count == 0 ? "planner.draft.nobody" : "planner.draft.offer", ("said", offer.Said))));

    /// <summary>Who is taken.</summary>
    public static Markup Conflicts(IText text, Taken taken) => taken.First.Count == 0 ? Markup.Empty : Markup.Lines(
    [
        text.GetMarkup("planner.draft.conflicts"),
        .. taken.First.Select(conflict => text.GetMarkup(
            "planner.draft.conflict",
            ("who", conflict.Who.Name), ("when", WhenText.Span(text, conflict.Span)), ("title", conflict.Title ?? text.Get("planner.busy")),
            ("again", conflict.Times > 1 ? text.Get("planner.draft.again", ("count", conflict.Times - 1)) : ""))),
        taken.More == 0 ? Markup.Empty : text.GetMarkup("planner.draft.more", ("count", taken.More)),
    ]);
}
