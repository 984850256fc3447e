using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Employees;

/// <summary>Asks before a member is dismissed, saying what it means, and does it.</summary>
internal sealed class DismissScreen(IPeople people) : IScreen<DismissPlace>, IAction<DismissPress>
{
    public async Task<Reply> ShowAsync(ITurn turn, DismissPlace place, CancellationToken cancellationToken)
    {
        if (!(await people.FindActsAsync(place.Person, cancellationToken)).HasFlag(PersonActs.Dismiss)
            || await people.FindAsync(place.Person, cancellationToken) is not { } person)
        {
            return Reply.NotFound;
        }

        var held = person.Positions.Count(post => !post.IsVacant);
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup("company.dismiss.ask", ("name", person.Name)),
                held == 0 ? Markup.Empty : turn.Text.GetMarkup("company.dismiss.posts", ("count", held)),
                turn.Text.GetMarkup("company.dismiss.about")),
        };
        return Reply.Show(screen.WithRow(Button.To(turn.Text.Get("company.dismiss.yes"), new DismissPress(person.UserId))));
    }

    public async Task<Reply> ActAsync(ITurn turn, DismissPress press, CancellationToken cancellationToken)
    {
        var departure = await people.DismissAsync(press.Person, cancellationToken);
        return departure.Outcome switch
        {
            DepartureOutcome.Done => Reply.GoTo(new PeoplePlace(PeopleView.Everyone, "", 0))
                .WithToast(turn.Text.Get("company.dismiss.done", ("name", departure.Person!.Name))),
            DepartureOutcome.Yourself => Reply.Stay.WithToast(turn.Text.Get("company.dismiss.yourself")),
            DepartureOutcome.LastOwner => Reply.Stay.WithToast(turn.Text.Get("company.dismiss.owner")),
            _ => Reply.NotFound,
        };
    }
}

/// <summary>The question whether a member is dismissed.</summary>
[Callback("dismiss")]
internal readonly record struct DismissPlace(UserId Person);

/// <summary>Yes, they are.</summary>
[Callback("dismissyes")]
internal readonly record struct DismissPress(UserId Person);
