using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Employees;

/// <summary>Asks before an absence is taken back, and does it.</summary>
internal sealed class EndAbsenceScreen(IAbsences absences, IPeople people) : IScreen<EndAbsencePlace>, IAction<EndAbsencePress>
{
    private const int Most = 100;

    public async Task<Reply> ShowAsync(ITurn turn, EndAbsencePlace place, CancellationToken cancellationToken)
    {
        var mayChange = place.Person == turn.User.Id || (await people.FindActsAsync(place.Person, cancellationToken)).HasFlag(PersonActs.NoteAbsence);
        var found = (await absences.ListAsync(place.Person, 0, Most, cancellationToken)).FirstOrDefault(absence => absence.Id == place.Absence);
        if (!mayChange || found is null)
        {
            return Reply.NotFound;
        }

        var screen = new Screen
        {
            Body = turn.Text.GetMarkup("company.absences.end_ask", ("name", found.Person.Name), ("line", AbsenceText.Line(turn.Text, found))),
        };
        return Reply.Show(screen.WithRow(Button.To(turn.Text.Get("company.absences.end_yes"), new EndAbsencePress(found.Id))));
    }

    public async Task<Reply> ActAsync(ITurn turn, EndAbsencePress press, CancellationToken cancellationToken)
    {
        var result = await absences.EndAsync(press.Absence, cancellationToken);
        return result is { IsDone: true, Absence: { } ended }
            ? Reply.GoTo(new AbsencesPlace(ended.Person.UserId == turn.User.Id ? null : ended.Person.UserId, 0)).WithToast(turn.Text.Get("company.absences.ended"))
            : AbsenceText.Refuse(turn.Text, result);
    }
}

/// <summary>The question whether an absence is taken back.</summary>
[Callback("absend")]
internal readonly record struct EndAbsencePlace(AbsenceId Absence, UserId Person);

/// <summary>Yes, it is.</summary>
[Callback("absendyes")]
internal readonly record struct EndAbsencePress(AbsenceId Absence);
