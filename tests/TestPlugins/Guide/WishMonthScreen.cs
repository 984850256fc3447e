using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Wishes;

public sealed class WishMonthScreen : IScreen<WishMonthPlace>
{
    public Task<Reply> ShowAsync(ITurn turn, WishMonthPlace place, CancellationToken cancellationToken)
    {
        var today = turn.Text.DayOf(turn.StartedAt);
        var month = new MonthGrid
        {
            Text = turn.Text,
            Month = place.Month ?? today,
            Today = today,
            Mark = day => day == place.Meeting ? "•" : null,
        };
        return Task.FromResult(Reply.Show(new Screen { Body = turn.Text.GetMarkup("wishes.month") }
            .WithRows(month.Rows(day => new BeginMeeting(day), first => place with { Month = first }))));
    }
}

[Callback("month")]
public readonly record struct WishMonthPlace(DateOnly? Month, DateOnly? Meeting);
