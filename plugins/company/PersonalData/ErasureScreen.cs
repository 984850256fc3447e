using DrAivBot.Privacy;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.PersonalData;

/// <summary>Says what an erasure would do, in numbers, before it is asked for.</summary>
internal sealed class ErasureScreen(IPersonalData data, ErasureNews news) : IScreen<ErasurePlace>, IAction<RequestErasure>
{
    private const int MostLines = 15;

    public async Task<Reply> ShowAsync(ITurn turn, ErasurePlace place, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(place.Whose) || await data.PlanErasureAsync(place.Whose, cancellationToken) is not { } plan)
        {
            return Reply.NotFound;
        }

        if (plan.Owned.Count > 0)
        {
            var owned = turn.Text.GetMarkup("company.mydata.owner", ("companies", string.Join(", ", plan.Owned)));
            return Reply.Show(new Screen { Body = owned }.WithRow(Button.To(turn.Text.Get("company.menu.structure"), new OrgChart.ChartPlace())));
        }

        var screen = new Screen
        {
            Body = place.Whose == DataOwner.Company
                ? Markup.Paragraphs(
                    turn.Text.GetMarkup("company.mydata.plan.company", ("company", string.Join(", ", plan.Companies))),
                    Removed(turn, plan),
                    Grace(turn, "company.mydata.plan.company.grace"))
                : Markup.Paragraphs(
                    turn.Text.GetMarkup("company.mydata.plan.person"),
                    plan.Companies.Count == 0 ? Markup.Empty : turn.Text.GetMarkup("company.mydata.plan.leave", ("companies", string.Join(", ", plan.Companies))),
                    Removed(turn, plan),
                    plan.KeptCount == 0 ? Markup.Empty : turn.Text.GetMarkup("company.mydata.plan.kept", ("count", plan.KeptCount)),
                    Grace(turn, "company.mydata.plan.grace")),
        };
        var key = place.Whose == DataOwner.Company ? "company.mydata.confirm.company" : "company.mydata.confirm.person";
        return Reply.Show(screen.WithRow(Button.To(turn.Text.Get(key), new RequestErasure(place.Whose))));
    }

    public async Task<Reply> ActAsync(ITurn turn, RequestErasure press, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(press.Whose))
        {
            return Reply.NotFound;
        }

        var outcome = await data.RequestErasureAsync(press.Whose, cancellationToken);
        if (outcome == ErasureOutcome.Requested && press.Whose == DataOwner.Company)
        {
            await news.TellAsync("company.mydata.news.requested", cancellationToken);
        }

        return outcome switch
        {
            ErasureOutcome.Requested => Reply.GoTo(new MyDataPlace()).WithToast(turn.Text.Get("company.mydata.requested")),
            ErasureOutcome.AlreadyRequested => Reply.GoTo(new MyDataPlace()).WithToast(turn.Text.Get("company.mydata.already")),
            ErasureOutcome.LastOwner => Reply.GoTo(new ErasurePlace(press.Whose)),
            _ => Reply.NotFound,
        };
    }

    private static Markup Grace(ITurn turn, string key) => turn.Text.GetMarkup(key, ("count", (int)ErasurePlan.Grace.TotalDays));

    private static Markup Removed(ITurn turn, ErasurePlan plan)
    {
        var lines = plan.Removed.Take(MostLines).Select(part => turn.Text.GetMarkup(
            part.Module is null ? "company.mydata.plan.part" : "company.mydata.plan.module_part",
            ("module", part.Module),
            ("title", part.Title),
            ("number", part.Count)));
        var others = plan.Removed.Skip(MostLines).Sum(part => part.Count);
        var more = others == 0 ? Markup.Empty : turn.Text.GetMarkup("company.mydata.plan.more", ("number", others));
        return Markup.Lines([turn.Text.GetMarkup("company.mydata.plan.removed", ("count", plan.Removed.Sum(part => part.Count))), .. lines, more]);
    }
}

/// <summary>What an erasure would do.</summary>
/// <param name="Whose">Whose data; an unknown value is not found.</param>
[Callback("erasure")]
internal readonly record struct ErasurePlace(DataOwner Whose);

/// <summary>Asks for an erasure.</summary>
/// <param name="Whose">Whose data; an unknown value is not found.</param>
[Callback("erase")]
internal readonly record struct RequestErasure(DataOwner Whose);
