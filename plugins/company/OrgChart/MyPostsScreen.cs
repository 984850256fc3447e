using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.OrgChart;

internal sealed class MyPostsScreen(IOrganisation organisation) : IScreen<MyPostsPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, MyPostsPlace place, CancellationToken cancellationToken)
    {
        var posts = await organisation.ListPositionsOfAsync(turn.User.Id, cancellationToken);
        if (posts.Count == 0)
        {
            var empty = new Screen { Body = turn.Text.GetMarkup("company.mine.none") };
            return Reply.Show(empty.WithRow(Button.To(turn.Text.Get("company.menu.structure"), new ChartPlace())));
        }

        // Own posts first: the others are only kept until somebody is found for them.
        var ordered = posts.OrderBy(post => post.IsVacant).ThenBy(post => post.Number).ToArray();
        var temporary = ordered.Count(post => post.IsVacant);
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup("company.mine.title"),
                turn.Text.GetMarkup("company.mine.count", ("count", ordered.Length)),
                temporary == 0 ? Markup.Empty : turn.Text.GetMarkup("company.mine.temporary", ("count", temporary))),
        };
        return Reply.Show(screen.WithPage(Page.Of(ordered, place.Page), post => Row(turn, post), page => new MyPostsPlace(page)));
    }

    private static Button Row(ITurn turn, Position post)
    {
        var key = post.IsVacant ? "company.mine.row_temporary" : "company.mine.row";
        return Button.To(turn.Text.Get(key, ("number", post.Number), ("name", post.Name)), new PositionPlace(post.Id));
    }
}

/// <summary>The posts of the person who looks.</summary>
/// <param name="Page">Counted from 0.</param>
[Callback("mine")]
internal readonly record struct MyPostsPlace(int Page);
