using DrAivBot.Delivery;
using DrAivBot.Privacy;
using DrAivBot.Texts;
using DrAivBot.Work;

namespace DrAivBot.Company.PersonalData;

/// <summary>Tells everybody in the company that it is going to be erased, or is not.</summary>
internal sealed class ErasureNews(IWork work, INotifications notifications)
{
    public async Task TellAsync(string key, CancellationToken cancellationToken)
    {
        var due = work.StartedAt + ErasurePlan.Grace;
        await notifications.NotifyAsync(
            Recipient.Company,
            new() { Body = text => text.GetMarkup(key, ("day", text.FormatDay(text.DayOf(due)))) },
            cancellationToken);
    }
}
