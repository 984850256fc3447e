using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Wishes;

public sealed class FilterWishesAction : IAction<FilterWishes>
{
    public Task<Reply> ActAsync(ITurn turn, FilterWishes press, CancellationToken cancellationToken)
    {
        turn.SetSlot<WishFilter>(new() { OpenOnly = press.OpenOnly });
        return Task.FromResult(Reply.Stay);
    }
}

[Callback("filter")]
public readonly record struct FilterWishes(bool OpenOnly);

public sealed class WishFilter
{
    public bool OpenOnly { get; set; }
}
