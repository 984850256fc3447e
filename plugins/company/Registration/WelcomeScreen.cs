using DrAivBot.Company.OrgChart;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Registration;

internal sealed class WelcomeScreen(IOrganisation organisation) : IScreen<WelcomePlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, WelcomePlace place, CancellationToken cancellationToken)
    {
        if (turn.Member is not { } member)
        {
            return Reply.NotFound;
        }

        var posts = await organisation.ListPositionsOfAsync(turn.User.Id, cancellationToken);
        var own = posts.FirstOrDefault(post => !post.IsVacant);
        if (own is null)
        {
            return Reply.GoTo(new ChartPlace());
        }

        var temporary = posts.Count(post => post.IsVacant);
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup("company.welcome.title", ("company", member.CompanyName)),
                turn.Text.GetMarkup("company.welcome.chart"),
                turn.Text.GetMarkup("company.welcome.own", ("number", own.Number), ("post", own.Name)),
                temporary == 0 ? Markup.Empty : turn.Text.GetMarkup("company.welcome.temporary", ("count", temporary)),
                turn.Text.GetMarkup("company.welcome.next")),
        };
        return Reply.Show(screen.WithColumn(
        [
            Button.To(turn.Text.Get("company.menu.structure"), new ChartPlace()),
            Button.To(turn.Text.Get("company.menu.posts"), new MyPostsPlace(0)),
        ]));
    }
}

/// <summary>What stands after a registration, and what to do next.</summary>
[Callback("welcome")]
internal readonly record struct WelcomePlace;
