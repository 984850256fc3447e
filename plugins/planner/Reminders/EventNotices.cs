using DrAivBot.Delivery;
using DrAivBot.Organisation;
using DrAivBot.Planner.Answers;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.Time;
using DrAivBot.Planner.Views;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Reminders;

/// <summary>Tells people what happened to events they are part of. Whoever did it is not told.</summary>
internal sealed class EventNotices(Attendees attendees, INotifications notifications)
{
    public Task InvitedAsync(CalendarEvent source, IReadOnlyList<Participant> participants, UserId by, CancellationToken cancellationToken) => TellAsync(
        source, participants, by, new(source.Id, source.Details.Span.Start),
        (text, who) => text.GetMarkup("planner.invited", ("title", source.Details.Title), ("who", who), ("when", WhenText.Of(text, source))), cancellationToken);

    public Task MovedAsync(CalendarEvent source, LocalSpan first, IReadOnlyList<Participant> participants, UserId by, CancellationToken cancellationToken) => TellAsync(
        source, participants, by, new(source.Id, first.Start),
        (text, _) => text.GetMarkup("planner.moved", ("title", source.Details.Title), ("when", WhenText.Of(text, source))), cancellationToken);

    public Task MovedOneAsync(CalendarEvent source, Occurrence time, IReadOnlyList<Participant> participants, UserId by, CancellationToken cancellationToken) => TellAsync(
        source, participants, by, time.Key,
        (text, _) => text.GetMarkup("planner.moved", ("title", time.Title ?? source.Details.Title), ("when", WhenText.Of(text, time, source))), cancellationToken);

    public Task CancelledAsync(
        CalendarEvent source, Occurrence time, EditScope scope, IReadOnlyList<Participant> participants, UserId by, CancellationToken cancellationToken)
    {
        var words = (source.Recurs ? scope : EditScope.One) switch
        {
            EditScope.One => "planner.cancelled",
            EditScope.Following => "planner.cancelled.following",
            _ => "planner.cancelled.all",
        };
        return TellAsync(
            source, participants, by, key: null,
            (text, _) => text.GetMarkup(words, ("title", time.Title ?? source.Details.Title), ("when", WhenText.Of(text, time, source))), cancellationToken);
    }

    /// <summary>Tells the organiser who comes.</summary>
    public async Task AnsweredAsync(CalendarEvent source, Occurrence time, UserId who, Rsvp answer, CancellationToken cancellationToken)
    {
        var name = await attendees.ListAsync(who, [], cancellationToken) is [{ } person, ..] ? person.Name : null;
        await notifications.NotifyAsync(
            Recipient.User(source.Organiser),
            new()
            {
                Body = text => text.GetMarkup(
                    "planner.answered." + AnswerText.KeyOf(answer), ("who", name), ("title", time.Title ?? source.Details.Title), ("when", WhenText.Of(text, time, source))),
                Urgency = Urgency.Silent,
                Button = EventPlace.Button(time.Key),
            },
            cancellationToken);
    }

    /// <summary>Tells somebody that they organise from now on what somebody who left has organised.</summary>
    public Task HandedOverAsync(UserId to, IReadOnlyList<CalendarEvent> handed, CancellationToken cancellationToken) => notifications.NotifyAsync(
        Recipient.User(to),
        new()
        {
            Body = text => Markup.Lines(
            [
                text.GetMarkup("planner.handed", ("count", handed.Count)),
                .. handed.Take(MostLines).Select(source => text.GetMarkup(
                    "planner.missed.line", ("title", source.Details.Title), ("when", WhenText.Of(text, source)))),
            ]),
        },
        cancellationToken);

    private const int MostLines = 20;

    private async Task TellAsync(
        CalendarEvent source, IReadOnlyList<Participant> participants, UserId by, OccurrenceKey? key, Func<IText, string?, Markup> words, CancellationToken cancellationToken)
    {
        var everybody = await attendees.ListAsync(source.Organiser, participants, cancellationToken);
        var organiser = everybody.FirstOrDefault(person => person.User == source.Organiser)?.Name;
        foreach (var person in everybody.Where(person => person.User != by))
        {
            await notifications.NotifyAsync(
                Recipient.User(person.User),
                new() { Body = text => words(text, organiser), Button = key is { } place ? EventPlace.Button(place) : null },
                cancellationToken);
        }
    }
}
