using DrAivBot.Delivery;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.Views;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Reminders;

/// <summary>Tells people what changed of events they are part of, who came and who went. Whoever changed it is not told.</summary>
internal sealed class ChangeNotices(Attendees attendees, INotifications notifications)
{
    public async Task TellAsync(EventNews news, IReadOnlyList<Participant> invited, CancellationToken cancellationToken)
    {
        var stayed = news.Guests?.Stayed ?? await attendees.ListAsync(news.Source.Organiser, invited, cancellationToken);
        var organiser = stayed.FirstOrDefault(person => person.User == news.Source.Organiser)?.Name;
        var button = EventPlace.Button(news.Key);
        if (HasWords(news))
        {
            await NotifyAsync(news, stayed, new() { Body = text => Changed(text, news), Button = button }, cancellationToken);
        }

        await NotifyAsync(
            news, news.Guests?.Came ?? [],
            new() { Body = text => text.GetMarkup("planner.invited", ("title", news.After.Title), ("who", organiser), ("when", When(text, news))), Button = button }, cancellationToken);
        await NotifyAsync(
            news, news.Guests?.Went ?? [],
            new() { Body = text => text.GetMarkup("planner.uninvited", ("title", news.Before.Title), ("when", When(text, news))) }, cancellationToken);
    }

    private static bool HasWords(EventNews news) =>
        news.Guests is { Came.Count: > 0 } or { Went.Count: > 0 } || news.Before with { Reminders = news.After.Reminders } != news.After
        || !news.Before.Reminders.SequenceEqual(news.After.Reminders);

    private static Markup Changed(IText text, EventNews news) => Markup.Paragraphs(
        text.GetMarkup("planner.changed", ("title", news.Before.Title), ("when", When(text, news))),
        Markup.Lines([.. ChangeText.Lines(text, news.Before, news.After), .. ChangeText.Lines(text, news.Guests)]));

    private static string When(IText text, EventNews news) =>
        news.Time is { } time ? WhenText.Of(text, time, news.Source) : WhenText.Of(text, news.Source);

    private async Task NotifyAsync(EventNews news, IEnumerable<Attendee> people, Notification notification, CancellationToken cancellationToken)
    {
        foreach (var person in people.Where(person => person.User != news.By))
        {
            await notifications.NotifyAsync(Recipient.User(person.User), notification, cancellationToken);
        }
    }
}
