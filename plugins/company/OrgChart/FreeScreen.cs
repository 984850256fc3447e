using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.OrgChart;

/// <summary>Asks before a post is freed, naming its holder, and does it.</summary>
internal sealed class FreeScreen(IPosts posts, PostNotices notices, PostQuestion question) : IScreen<FreePlace>, IAction<FreePress>
{
    public async Task<Reply> ShowAsync(ITurn turn, FreePlace place, CancellationToken cancellationToken)
    {
        if (await question.FindAsync(place.Position, PostActs.Free, cancellationToken) is not { Holder: { } holder } post)
        {
            return Reply.NotFound;
        }

        var open = await posts.CountOpenItemsAsync(post.Id, cancellationToken);
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup("company.free.ask", ("name", holder.Name), ("number", post.Number), ("post", post.Name)),
                PostText.OpenItems(turn.Text, open)),
        };
        return Reply.Show(screen.WithRow(Button.To(turn.Text.Get("company.free.yes"), new FreePress(post.Id, holder.UserId))));
    }

    public async Task<Reply> ActAsync(ITurn turn, FreePress press, CancellationToken cancellationToken)
    {
        var result = await posts.FreeAsync(press.Position, press.Present, cancellationToken);
        if (result is not { IsDone: true, Position: { } post, Holder: { } former })
        {
            return PostText.Refuse(turn.Text, result);
        }

        await notices.RemovedAsync(former.UserId, post, cancellationToken);
        return Reply.GoTo(new PositionPlace(post.Id)).WithToast(turn.Text.Get("company.free.done", ("number", post.Number)));
    }
}

/// <summary>The question whether a post is freed.</summary>
[Callback("free")]
internal readonly record struct FreePlace(PositionId Position);

/// <summary>Yes, it is.</summary>
/// <param name="Position">The post.</param>
/// <param name="Present">Its holder, as the screen said.</param>
[Callback("freeyes")]
internal readonly record struct FreePress(PositionId Position, UserId Present);
