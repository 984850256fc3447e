using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Wishes;

public sealed class BeginWishAction : IAction<BeginWish>
{
    public Task<Reply> ActAsync(ITurn turn, BeginWish press, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Begin<MakeWish, WishDraft>(new()));
}

[Callback("make")]
public readonly record struct BeginWish;
