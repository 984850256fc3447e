using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.Employees;

/// <summary>The absences of a member that are not over, and those of everybody.</summary>
internal sealed class AbsencesScreen(IAbsences absences, IPeople people) : IScreen<AbsencesPlace>, IScreen<AllAbsencesPlace>
{
    private const int Most = 100;

    public async Task<Reply> ShowAsync(ITurn turn, AbsencesPlace place, CancellationToken cancellationToken)
    {
        var id = place.Person ?? turn.User.Id;
        if (await people.FindAsync(id, cancellationToken) is not { } person)
        {
            return Reply.NotFound;
        }

        var isOwn = id == turn.User.Id;
        var mayChange = isOwn || (await people.FindActsAsync(id, cancellationToken)).HasFlag(PersonActs.NoteAbsence);
        var found = await absences.ListAsync(id, 0, Most, cancellationToken);
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup(isOwn ? "company.absences.mine" : "company.absences.of", ("name", person.Name)),
                found.Count == 0
                    ? turn.Text.GetMarkup(isOwn ? "company.absences.none_mine" : "company.absences.none")
                    : Markup.Lines(Page.Of(found, place.Page).Items.Select(absence => AbsenceText.Line(turn.Text, absence)))),
        };
        screen = mayChange
            ? screen.WithPage(Page.Of(found, place.Page), absence => Row(turn, absence), page => place with { Page = page })
                .WithRow(Button.To(turn.Text.Get("company.absences.add"), new NoteAbsenceStart(id)))
            : screen;
        return Reply.Show(isOwn ? screen.WithRow(Button.To(turn.Text.Get("company.absences.all"), new AllAbsencesPlace(0))) : screen);
    }

    public async Task<Reply> ShowAsync(ITurn turn, AllAbsencesPlace place, CancellationToken cancellationToken)
    {
        var found = await absences.ListAsync(person: null, 0, Most, cancellationToken);
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup("company.absences.all_title"),
                found.Count == 0 ? turn.Text.GetMarkup("company.absences.all_none") : turn.Text.GetMarkup("company.absences.all_about")),
        };
        if (found.Count == 0)
        {
            return Reply.Show(screen.WithRow(Button.To(turn.Text.Get("company.menu.absences"), new AbsencesPlace(null, 0))));
        }

        return Reply.Show(screen.WithPage(
            Page.Of(found, place.Page),
            absence => Button.To(
                turn.Text.Get("company.absences.row_of", ("name", absence.Person.Name), ("days", turn.Text.FormatDays(absence.StartsOn, absence.EndsOn))),
                new PersonPlace(absence.Person.UserId, 0)),
            page => new AllAbsencesPlace(page)));
    }

    private static Button Row(ITurn turn, Absence absence) => Button.To(
        turn.Text.Get("company.absences.row", ("days", turn.Text.FormatDays(absence.StartsOn, absence.EndsOn))),
        new EndAbsencePlace(absence.Id, absence.Person.UserId));
}

/// <summary>The absences of a member.</summary>
/// <param name="Person">The member; null for who looks.</param>
/// <param name="Page">Counted from 0.</param>
[Callback("abs")]
internal readonly record struct AbsencesPlace(UserId? Person, int Page);

/// <summary>The absences of everybody.</summary>
/// <param name="Page">Counted from 0.</param>
[Callback("absall")]
internal readonly record struct AllAbsencesPlace(int Page);
