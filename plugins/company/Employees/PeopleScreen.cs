using DrAivBot.Company.OrgChart;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Employees;

/// <summary>The employees, by name, post or state; and the posts that wait for one.</summary>
internal sealed class PeopleScreen(IPeople people, IPosts posts) : IScreen<PeoplePlace>
{
    private const int FiltersInRow = 2;

    public async Task<Reply> ShowAsync(ITurn turn, PeoplePlace place, CancellationToken cancellationToken)
    {
        var screen = place.View == PeopleView.Vacant
            ? await DrawVacantAsync(turn, place, cancellationToken)
            : await DrawPeopleAsync(turn, place, cancellationToken);
        screen = screen.WithRow(PersonText.Search(turn.Text, place.Text, new FindInPeople(place.View), place with { Text = "", Page = 0 }));
        var filters = Enum.GetValues<PeopleView>().Where(view => view != place.View)
            .Select(view => Button.To(turn.Text.Get($"company.people.view_{NameOf(view)}"), new PeoplePlace(view, place.Text, 0)));
        return Reply.Show(filters.Chunk(FiltersInRow).Aggregate(screen, (drawn, row) => drawn.WithRow(row)));
    }

    private async Task<Screen> DrawPeopleAsync(ITurn turn, PeoplePlace place, CancellationToken cancellationToken)
    {
        var query = new PeopleQuery { Text = place.Text, Filter = FilterOf(place.View) };
        var (page, total) = await PeoplePages.ReadAsync(people, query, place.Page, cancellationToken);
        return Head(turn, place, total)
            .WithPage(page, person => Button.To(PersonText.Row(turn.Text, person), new PersonPlace(person.UserId, 0)), number => place with { Page = number })
            .WithRow(total == 0 && place.View == PeopleView.Absent
                ? [Button.To(turn.Text.Get("company.menu.absences"), new AbsencesPlace(null, 0))]
                : []);
    }

    private async Task<Screen> DrawVacantAsync(ITurn turn, PeoplePlace place, CancellationToken cancellationToken)
    {
        var number = place.Page;
        var found = await posts.ListVacantAsync(place.Text, number * Page.DefaultSize, Page.DefaultSize, cancellationToken);
        if (found.Positions.Count == 0 && number > 0)
        {
            (number, found) = (0, await posts.ListVacantAsync(place.Text, 0, Page.DefaultSize, cancellationToken));
        }

        return Head(turn, place, found.Total)
            .WithPage(PeoplePages.Of(found.Positions, number, found.Total), post => UnitText.Post(turn.Text, post), page => place with { Page = page })
            .WithRow(found.Total == 0 ? [Button.To(turn.Text.Get("company.menu.structure"), new ChartPlace())] : []);
    }

    private static Screen Head(ITurn turn, PeoplePlace place, int total)
    {
        var view = NameOf(place.View);
        return new()
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup($"company.people.title_{view}"),
                (place.Text.Length, total) switch
                {
                    (0, 0) => turn.Text.GetMarkup($"company.people.empty_{view}"),
                    (0, _) => turn.Text.GetMarkup(place.View == PeopleView.Vacant ? "company.people.count_posts" : "company.people.count", ("count", total)),
                    (_, 0) => turn.Text.GetMarkup("company.people.not_found", ("text", place.Text)),
                    _ => turn.Text.GetMarkup("company.people.found", ("text", place.Text), ("count", total)),
                }),
        };
    }

    private static PeopleFilter FilterOf(PeopleView view) => view switch
    {
        PeopleView.Newcomers => PeopleFilter.Newcomers,
        PeopleView.Absent => PeopleFilter.Absent,
        PeopleView.WithoutPost => PeopleFilter.WithoutPost,
        _ => PeopleFilter.Everyone,
    };

    private static string NameOf(PeopleView view) => view switch
    {
        PeopleView.Vacant => "vacant",
        PeopleView.Newcomers => "newcomers",
        PeopleView.Absent => "absent",
        PeopleView.WithoutPost => "without",
        _ => "everyone",
    };
}

/// <summary>The list of employees.</summary>
/// <param name="View">Which of them.</param>
/// <param name="Text">What is searched for; empty for all.</param>
/// <param name="Page">Counted from 0.</param>
[Callback("people")]
internal readonly record struct PeoplePlace(PeopleView View, string Text, int Page);
