using DrAivBot.Company.OrgChart;
using DrAivBot.Delivery;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.Employees;

/// <summary>Notes an absence and tells the deputy, and the absent person when somebody else notes it.</summary>
internal sealed class NoteAbsence(IAbsences absences, INotifications notifications) : IAction<NoteAbsencePress>
{
    public async Task<Reply> ActAsync(ITurn turn, NoteAbsencePress press, CancellationToken cancellationToken)
    {
        var wanted = new NewAbsence { Person = press.Person, StartsOn = press.From, EndsOn = press.Until, Deputy = press.Deputy };
        var result = await absences.NoteAsync(wanted, cancellationToken);
        if (result is not { IsDone: true, Absence: { } noted })
        {
            return AbsenceText.Refuse(turn.Text, result);
        }

        if (noted.Deputy is { } deputy)
        {
            await TellAsync(turn, deputy.UserId, "company.notice.stand_in", noted, cancellationToken);
        }

        await TellAsync(turn, noted.Person.UserId, "company.notice.absence", noted, cancellationToken);
        return Reply.GoTo(new AbsencesPlace(press.Person == turn.User.Id ? null : press.Person, 0)).WithToast(turn.Text.Get("company.absences.noted"));
    }

    private async Task TellAsync(ITurn turn, UserId person, string key, Absence noted, CancellationToken cancellationToken)
    {
        if (person == turn.User.Id)
        {
            return;
        }

        var notification = new Notification
        {
            Body = text => text.GetMarkup(key, ("name", noted.Person.Name), ("days", text.FormatDays(noted.StartsOn, noted.EndsOn))),
            Button = new() { Label = text => text.Get("company.notice.open_absences"), Place = new AbsencesPlace(noted.Person.UserId, 0) },
        };
        await notifications.NotifyAsync(Recipient.User(person), notification, cancellationToken);
    }
}

/// <summary>Notes an absence.</summary>
[Callback("absyes")]
internal readonly record struct NoteAbsencePress(UserId Person, DateOnly From, DateOnly Until, UserId? Deputy)
{
    /// <summary>The absence that somebody was chosen for.</summary>
    public static NoteAbsencePress Of(PickPlace place, UserId? deputy) => new(new(place.Target), place.From ?? default, place.Until ?? default, deputy);
}
