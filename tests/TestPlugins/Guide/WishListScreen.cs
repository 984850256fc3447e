using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Wishes;

public sealed class WishListScreen(WishTable table) : IScreen<WishListPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, WishListPlace place, CancellationToken cancellationToken)
    {
        var openOnly = turn.GetSlot<WishFilter>().OpenOnly;
        var wishes = await table.ListAsync(openOnly, cancellationToken);
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup("wishes.list.title"),
                turn.Text.GetMarkup("wishes.list.count", ("count", wishes.Count))),
        };
        return Reply.Show(screen
            .WithPage(Page.Of(wishes, place.Page), wish => Button.To(wish.Text, new WishPlace(wish.Id)), page => new WishListPlace(page))
            .WithRow(Button.To(turn.Text.Get("wishes.make"), new BeginWish()))
            .WithRow(Button.To(turn.Text.Get("wishes.meet"), new WishMonthPlace(null, null)))
            .WithRow(Button.To(turn.Text.Get(openOnly ? "wishes.filter.all" : "wishes.filter.open"), new FilterWishes(!openOnly))));
    }
}

[Callback("list")]
public readonly record struct WishListPlace(int Page = 0);
