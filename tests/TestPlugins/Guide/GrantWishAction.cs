using DrAivBot.Events;
using DrAivBot.Jobs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Wishes;

public sealed class GrantWishAction(WishTable table, IJobs jobs, IEvents events) : IAction<GrantWish>
{
    public async Task<Reply> ActAsync(ITurn turn, GrantWish press, CancellationToken cancellationToken)
    {
        if (!await table.GrantAsync(press.Id, cancellationToken))
        {
            return Reply.NotFound;
        }

        await jobs.ScheduleAsync(
            new FulfilledWish { Id = press.Id }, new() { Key = press.Id.ToString(), Delay = TimeSpan.FromDays(30) }, cancellationToken);
        await events.PublishAsync(new WishGranted { Id = press.Id }, press.Id.ToString(), cancellationToken);
        return Reply.Stay.WithToast(turn.Text.Get("wishes.grant.done"));
    }
}

[Callback("grant")]
public readonly record struct GrantWish(Guid Id);
