using DrAivBot.Company.Employees;
using DrAivBot.Delivery;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.OrgChart;

/// <summary>Names a deputy for a post and tells them.</summary>
internal sealed class DeputyNaming(IAbsences absences, IOrganisation organisation, INotifications notifications, ITurn turn)
{
    public async Task<Reply> NameAsync(PositionId position, UserId person, DateOnly from, DateOnly? until, CancellationToken cancellationToken)
    {
        var result = await absences.NameDeputyAsync(position, person, from, until, cancellationToken);
        if (!result.IsDone)
        {
            return AbsenceText.Refuse(turn.Text, result);
        }

        if (person != turn.User.Id && await organisation.FindPositionAsync(position, cancellationToken) is { Position: { } post })
        {
            await notifications.NotifyAsync(Recipient.User(person), Notice(post, from, until), cancellationToken);
        }

        return Reply.GoTo(new DeputiesPlace(position)).WithToast(turn.Text.Get("company.deputies.named"));
    }

    private static Notification Notice(Position post, DateOnly from, DateOnly? until) => new()
    {
        Body = text => text.GetMarkup(
            "company.notice.deputy", ("number", post.Number), ("post", post.NameIn(text.Culture)), ("holder", post.Holder?.Name), ("days", text.FormatDays(from, until))),
        Button = new() { Label = text => text.Get("company.notice.open_post"), Place = new PositionPlace(post.Id) },
    };
}
