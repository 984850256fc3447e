using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Wishes;

public sealed class GrantWishAction(WishTable table) : IAction<GrantWish>
{
    public async Task<Reply> ActAsync(ITurn turn, GrantWish press, CancellationToken cancellationToken) =>
        await table.GrantAsync(press.Id, cancellationToken)
            ? Reply.Stay.WithToast(turn.Text.Get("wishes.grant.done"))
            : Reply.NotFound;
}

[Callback("grant")]
public readonly record struct GrantWish(Guid Id);
