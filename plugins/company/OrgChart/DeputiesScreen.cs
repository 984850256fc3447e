using DrAivBot.Company.Employees;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.OrgChart;

/// <summary>Who stands in for the holder of a post while that one is away.</summary>
internal sealed class DeputiesScreen(IAbsences absences, PostQuestion question) : IScreen<DeputiesPlace>, IAction<RemoveDeputyPress>
{
    public async Task<Reply> ShowAsync(ITurn turn, DeputiesPlace place, CancellationToken cancellationToken)
    {
        if (await question.FindAsync(place.Position, PostActs.NameDeputy, cancellationToken) is not { } post)
        {
            return Reply.NotFound;
        }

        var deputies = await absences.ListDeputiesAsync(post.Id, cancellationToken);
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup("company.deputies.title", ("number", post.Number), ("post", post.Name)),
                deputies.Count == 0
                    ? turn.Text.GetMarkup("company.deputies.none")
                    : Markup.Lines(deputies.Select(deputy => AbsenceText.Deputy(turn.Text, deputy)))),
        };
        return Reply.Show(screen
            .WithColumn(deputies.Take(Page.DefaultSize).Select(deputy => Button.To(
                turn.Text.Get("company.deputies.remove", ("name", deputy.Person.Name)), new RemoveDeputyPress(deputy.Id))))
            .WithRow(Button.To(turn.Text.Get("company.deputies.add"), PickPlace.ForDeputy(post.Id))));
    }

    public async Task<Reply> ActAsync(ITurn turn, RemoveDeputyPress press, CancellationToken cancellationToken)
    {
        var result = await absences.RemoveDeputyAsync(press.Deputy, cancellationToken);
        return result.IsDone ? Reply.Stay.WithToast(turn.Text.Get("company.deputies.removed")) : Reply.NotFound;
    }
}

/// <summary>The deputies of a post.</summary>
[Callback("deputies")]
internal readonly record struct DeputiesPlace(PositionId Position);

/// <summary>Takes a deputy back.</summary>
[Callback("deputydel")]
internal readonly record struct RemoveDeputyPress(DeputyId Deputy);
