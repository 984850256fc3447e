using DrAivBot.Organisation;
using DrAivBot.Privacy;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.PersonalData;

/// <summary>What a person can do with what is kept about them; the owner also with what is kept about the company.</summary>
internal sealed class MyDataScreen(IPersonalData data) : IScreen<MyDataPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, MyDataPlace place, CancellationToken cancellationToken)
    {
        var own = await data.FindErasureAsync(DataOwner.Person, cancellationToken);
        var company = turn.Member is null ? null : await data.FindErasureAsync(DataOwner.Company, cancellationToken);
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup("company.mydata.title"),
                Pending(turn, "company.mydata.pending.person", own),
                Pending(turn, "company.mydata.pending.company", company)),
        };
        screen = WithActs(turn, screen, DataOwner.Person, own);
        return Reply.Show(turn.Member?.Role == CompanyRoles.Owner ? WithActs(turn, screen, DataOwner.Company, company) : screen);
    }

    private static Screen WithActs(ITurn turn, Screen screen, DataOwner whose, PendingErasure? pending)
    {
        var words = whose == DataOwner.Company ? "company" : "person";
        screen = screen.WithRow(Button.To(turn.Text.Get($"company.mydata.export.{words}"), new OrderExport(whose)));
        return pending switch
        {
            null => screen.WithRow(Button.To(turn.Text.Get($"company.mydata.erase.{words}"), new ErasurePlace(whose))),
            { IsRunning: false } => screen.WithRow(Button.To(turn.Text.Get($"company.mydata.cancel.{words}"), new CancelErasure(whose))),
            _ => screen,
        };
    }

    private static Markup Pending(ITurn turn, string key, PendingErasure? pending)
    {
        if (pending is null)
        {
            return Markup.Empty;
        }

        return turn.Text.GetMarkup(key, ("day", turn.Text.FormatDay(turn.Text.DayOf(pending.DueAt))), ("time", turn.Text.FormatTime(pending.DueAt)));
    }
}

/// <summary>The data of the person who looks.</summary>
[Callback("mydata")]
internal readonly record struct MyDataPlace;
