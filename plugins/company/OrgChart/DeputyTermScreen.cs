using DrAivBot.Company.Employees;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.OrgChart;

/// <summary>For how long a deputy of a post is named.</summary>
internal sealed class DeputyTermScreen(PostQuestion question, IPeople people, DeputyNaming naming, CompanyDay day)
    : IScreen<DeputyTermPlace>, IAction<NameDeputyPress>
{
    public async Task<Reply> ShowAsync(ITurn turn, DeputyTermPlace place, CancellationToken cancellationToken)
    {
        if (await question.FindAsync(place.Position, PostActs.NameDeputy, cancellationToken) is not { } post
            || await people.FindAsync(place.Person, cancellationToken) is not { } person)
        {
            return Reply.NotFound;
        }

        var screen = new Screen { Body = turn.Text.GetMarkup("company.deputies.term", ("name", person.Name), ("number", post.Number), ("post", post.Name)) };
        return Reply.Show(screen.WithColumn(
        [
            Button.To(turn.Text.Get("company.deputies.forever"), new NameDeputyPress(post.Id, person.UserId)),
            Button.To(turn.Text.Get("company.deputies.for_days"), new DeputyPeriodPress(post.Id, person.UserId)),
        ]));
    }

    public async Task<Reply> ActAsync(ITurn turn, NameDeputyPress press, CancellationToken cancellationToken) => await naming.NameAsync(
        press.Position, press.Person, await day.FindTodayAsync(cancellationToken), until: null, cancellationToken);
}

/// <summary>The question for how long.</summary>
[Callback("deputy")]
internal readonly record struct DeputyTermPlace(PositionId Position, UserId Person);

/// <summary>Until further notice.</summary>
[Callback("deputyyes")]
internal readonly record struct NameDeputyPress(PositionId Position, UserId Person);
