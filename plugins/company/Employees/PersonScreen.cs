using DrAivBot.Company.OrgChart;
using DrAivBot.Company.Settings;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.Employees;

/// <summary>The card of a member: posts, absences and who stands in.</summary>
internal sealed class PersonScreen(IPeople people, IAbsences absences) : IScreen<PersonPlace>
{
    private const int ShownAbsences = 3;

    public async Task<Reply> ShowAsync(ITurn turn, PersonPlace place, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(place.Person, cancellationToken) is not { } person)
        {
            return Reply.NotFound;
        }

        var acts = await people.FindActsAsync(person.UserId, cancellationToken);
        var away = await absences.ListAsync(person.UserId, 0, ShownAbsences, cancellationToken);
        var own = person.Positions.OrderBy(post => post.IsVacant).ThenBy(post => post.Number).ToArray();
        var screen = new Screen { Body = Body(turn, person, own, away) }
            .WithPage(Page.Of(own, place.Page), post => UnitText.Post(turn.Text, post), page => place with { Page = page });
        return Reply.Show(Acts(turn.Text, person.UserId, acts).Aggregate(screen, (drawn, button) => drawn.WithRow(button)));
    }

    private static Markup Body(ITurn turn, Employee person, Position[] own, IReadOnlyList<Absence> away) => Markup.Paragraphs(
        Markup.Lines(
            turn.Text.GetMarkup("company.person.title", ("name", person.Name)),
            turn.Text.GetMarkup("company.person.joined", ("day", turn.Text.FormatDay(turn.Text.DayOf(person.JoinedAt))))),
        Markup.Lines(away.Select(absence => AbsenceText.Line(turn.Text, absence))),
        own.Length == 0
            ? turn.Text.GetMarkup("company.person.no_posts")
            : Markup.Lines(
                person.IsNewcomer ? turn.Text.GetMarkup("company.person.newcomer") : Markup.Empty,
                turn.Text.GetMarkup("company.person.posts", ("count", own.Length))));

    private static IEnumerable<Button> Acts(IText text, UserId person, PersonActs acts)
    {
        if (acts.HasFlag(PersonActs.NoteAbsence))
        {
            yield return Button.To(text.Get("company.person.absences"), new AbsencesPlace(person, 0));
        }

        if (acts.HasFlag(PersonActs.OfferOwnership))
        {
            yield return Button.To(text.Get("company.person.offer"), new OfferPlace(person));
        }

        if (acts.HasFlag(PersonActs.Dismiss))
        {
            yield return Button.To(text.Get("company.person.dismiss"), new DismissPlace(person));
        }
    }
}

/// <summary>The card of a member.</summary>
/// <param name="Person">The member; one of another company is not found.</param>
/// <param name="Page">Page of their posts, counted from 0.</param>
[Callback("person")]
internal readonly record struct PersonPlace(UserId Person, int Page);
