using DrAivBot.Delivery;
using DrAivBot.Planner.Answers;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.Ics;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Views;

/// <summary>The card of one time of an event.</summary>
internal sealed class EventScreen(Calendar calendar, Viewers viewers) : IScreen<EventPlace>
{
    private const int MostGuests = 15;

    public async Task<Reply> ShowAsync(ITurn turn, EventPlace place, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        return await calendar.FindAsync(viewer, place.Key, cancellationToken) is { } card
            ? Reply.Show(Draw(turn.Text, card, place))
            : Reply.NotFound;
    }

    private static Screen Draw(IText text, EventCard card, EventPlace place)
    {
        if (card.Source is not { } source)
        {
            return new() { Body = text.GetMarkup("planner.card.busy", ("when", WhenText.Span(text, card.Entry.Span))) };
        }

        var screen = new Screen { Body = Body(text, card, source) };
        if (card.MayAnswer)
        {
            screen = screen.WithRow(
                Answer(text, card, place, Rsvp.Accepted), Answer(text, card, place, Rsvp.Tentative), Answer(text, card, place, Rsvp.Declined));
            screen = source.Recurs ? screen.WithRow(AnswerToAll(text, place, Rsvp.Accepted), AnswerToAll(text, place, Rsvp.Declined)) : screen;
        }

        if (card.MayChange)
        {
            screen = screen.WithRow(
                Button.To(text.Get("planner.card.edit"), new EditPlace(place.Event, place.Start)),
                Button.To(text.Get("planner.card.move"), new MovePress(place.Event, place.Start)));
            screen = screen.WithRow(Button.To(text.Get("planner.card.cancel"), new CancelPlace(place.Event, place.Start)));
        }

        return screen.WithRow(Button.To(text.Get("planner.card.export"), new ExportEventPress(place.Event, place.Start)));
    }

    private static Button AnswerToAll(IText text, EventPlace place, Rsvp answer) =>
        Button.To(text.Get("planner.answer.all." + AnswerText.KeyOf(answer)), new AnswerPress(place.Event, place.Start, answer, ToAll: true));

    private static Button Answer(IText text, EventCard card, EventPlace place, Rsvp answer) => Button.To(
        (card.Entry.Answer == answer ? "✓ " : "") + text.Get("planner.answer." + AnswerText.KeyOf(answer)), new AnswerPress(place.Event, place.Start, answer, ToAll: false));

    private static Markup Body(IText text, EventCard card, CalendarEvent source) => Markup.Paragraphs(
        text.GetMarkup("planner.card.title." + KindText.KeyOf(source.Details.Kind), ("title", card.Entry.Title)),
        Markup.Lines(
            text.GetMarkup("planner.card.when", ("when", WhenText.Span(text, card.Entry.Span))),
            source.Details.Rule is { } rule ? text.GetMarkup("planner.card.rule", ("rule", RuleWords.Of(text, rule, source.Details.Span.Start))) : Markup.Empty,
            PlaceText.Line(text, card.Entry.Place, source.Details.Link),
            DraftText.RemindersLine(text, source.Details),
            source.Details.Calendar != CalendarKind.Personal || card.MayChange ? DraftText.CalendarLine(text, source.Details) : Markup.Empty),
        Markup.Plain(source.Details.Description),
        card.Guests.Count <= 1 ? Markup.Empty : Guests(text, card, source));

    private static Markup Guests(IText text, EventCard card, CalendarEvent source) => Markup.Lines(
    [
        text.GetMarkup("planner.card.guests", ("count", card.Guests.Count)),
        .. card.Guests.Take(MostGuests).Select(guest => text.GetMarkup(
            guest.Person.User == source.Organiser ? "planner.card.organiser" : "planner.card.guest." + AnswerText.KeyOf(guest.Answer), ("name", guest.Person.Name))),
        card.Guests.Count > MostGuests ? text.GetMarkup("planner.card.more", ("count", card.Guests.Count - MostGuests)) : Markup.Empty,
    ]);
}

/// <summary>One time of an event.</summary>
/// <param name="Event">The event; may be foreign or gone.</param>
/// <param name="Start">The local start its rule gives, in seconds.</param>
[Callback("event")]
internal readonly record struct EventPlace(Guid Event, long Start)
{
    public OccurrenceKey Key => KeyOf(Event, Start);

    public static EventPlace Of(OccurrenceKey key) => new(key.Event, key.Start.Ticks / TimeSpan.TicksPerSecond);

    /// <summary>What a press says of the start is untrusted; what lies outside of all time is the beginning of it.</summary>
    public static OccurrenceKey KeyOf(Guid target, long start) =>
        new(target, start >= 0 && start <= DateTime.MaxValue.Ticks / TimeSpan.TicksPerSecond ? new DateTime(start * TimeSpan.TicksPerSecond, DateTimeKind.Unspecified) : default);

    public static NotificationButton Button(OccurrenceKey key) => new() { Label = text => text.Get("planner.open"), Place = Of(key) };
}
