using DrAivBot.Delivery;
using DrAivBot.Organisation;
using DrAivBot.Routing;

namespace DrAivBot.Company.OrgChart;

/// <summary>Tells people what somebody else did about their posts. Who did it sees it on the screen.</summary>
internal sealed class PostNotices(INotifications notifications, ITurn turn)
{
    /// <summary>Tells the new holder.</summary>
    public Task AppointedAsync(Position post, CancellationToken cancellationToken) =>
        TellAsync(post.Holder!.UserId, "company.notice.appointed", post, cancellationToken);

    /// <summary>Tells whoever held the post before, with the name of who holds it now.</summary>
    public Task RemovedAsync(UserId former, Position post, CancellationToken cancellationToken) =>
        TellAsync(former, post.Holder is null ? "company.notice.freed" : "company.notice.replaced", post, cancellationToken);

    private async Task TellAsync(UserId person, string key, Position post, CancellationToken cancellationToken)
    {
        if (person == turn.User.Id)
        {
            return;
        }

        var (actor, holder) = (turn.User.Name, post.Holder?.Name);
        var notification = new Notification
        {
            Body = text => text.GetMarkup(key, ("number", post.Number), ("post", post.NameIn(text.Culture)), ("actor", actor), ("holder", holder)),
            Button = new() { Label = text => text.Get("company.notice.open_post"), Place = new PositionPlace(post.Id) },
        };
        await notifications.NotifyAsync(Recipient.User(person), notification, cancellationToken);
    }
}
