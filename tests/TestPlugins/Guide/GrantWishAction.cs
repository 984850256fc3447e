using DrAivBot.Delivery;
using DrAivBot.Events;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Wishes;

public sealed class GrantWishAction(WishTable table, INotifications notifications, IJobs jobs, IEvents events, IAudit audit) : IAction<GrantWish>
{
    public async Task<Reply> ActAsync(ITurn turn, GrantWish press, CancellationToken cancellationToken)
    {
        if (!await table.GrantAsync(press.Id, cancellationToken) || await table.FindAsync(press.Id, cancellationToken) is not { } wish)
        {
            return Reply.NotFound;
        }

        var news = new Notification
        {
            Body = text => text.GetMarkup("wishes.news", ("wish", wish.Text)),
            Urgency = Urgency.Silent,
            DedupKey = $"granted/{wish.Id}",
        };
        await notifications.NotifyAsync(Recipient.Division(wish.Division), news, cancellationToken);
        await jobs.ScheduleAsync(
            new FulfilledWish { Id = wish.Id }, new() { Key = wish.Id.ToString(), Delay = TimeSpan.FromDays(30) }, cancellationToken);
        var facts = new Dictionary<string, string?>(StringComparer.Ordinal) { ["wish"] = wish.Id.ToString() };
        await audit.NoteAsync(new() { Act = "wish.granted", After = facts }, cancellationToken);
        await events.PublishAsync(new WishGranted { Id = wish.Id }, wish.Id.ToString(), cancellationToken);
        return Reply.Stay.WithToast(turn.Text.Get("wishes.grant.done"));
    }
}

[Callback("grant")]
public readonly record struct GrantWish(Guid Id);
