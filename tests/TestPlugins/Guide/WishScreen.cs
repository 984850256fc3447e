using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Wishes;

public sealed class WishScreen(WishTable table, IOrganisation organisation) : IScreen<WishPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, WishPlace place, CancellationToken cancellationToken)
    {
        if (await table.FindAsync(place.Id, cancellationToken) is not { } wish)
        {
            return Reply.NotFound;
        }

        var chart = await organisation.FindDivisionAsync(wish.Division, cancellationToken);
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                Markup.Bold(Markup.Plain(wish.Text)),
                turn.Text.GetMarkup("wishes.division", ("name", chart?.Division.Name)),
                wish.Granted ? turn.Text.GetMarkup("wishes.granted") : Markup.Empty),
        };
        return Reply.Show(!wish.Granted && turn.May(WishesModule.Grant)
            ? screen.WithRow(Button.To(turn.Text.Get("wishes.grant"), new GrantWish(wish.Id)))
            : screen);
    }
}

[Callback("wish")]
public readonly record struct WishPlace(Guid Id);
