using DrAivBot.Delivery;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Wishes;

public sealed class GrantWishAction(WishTable table, INotifications notifications) : IAction<GrantWish>
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
        return Reply.Stay.WithToast(turn.Text.Get("wishes.grant.done"));
    }
}

[Callback("grant")]
public readonly record struct GrantWish(Guid Id);
