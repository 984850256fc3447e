using DrAivBot.Delivery;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Settings;

/// <summary>Asks the owner before the company is offered to a member: the owner's confirmation.</summary>
internal sealed class OfferScreen(IPeople people, IOwnership ownership, INotifications notifications) : IScreen<OfferPlace>, IAction<OfferPress>
{
    public async Task<Reply> ShowAsync(ITurn turn, OfferPlace place, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(place.Person, cancellationToken) is not { } person)
        {
            return Reply.NotFound;
        }

        if (person.UserId == turn.User.Id)
        {
            var own = new Screen { Body = turn.Text.GetMarkup("company.ownership.yours") };
            return Reply.Show(own.WithRow(Button.To(turn.Text.Get("company.ownership.choose"), PickNew())));
        }

        var screen = new Screen { Body = turn.Text.GetMarkup("company.ownership.ask", ("name", person.Name), ("company", turn.Member?.CompanyName)) };
        return Reply.Show(screen.WithRow(Button.To(turn.Text.Get("company.ownership.offer"), new OfferPress(person.UserId))));
    }

    public async Task<Reply> ActAsync(ITurn turn, OfferPress press, CancellationToken cancellationToken)
    {
        var result = await ownership.OfferAsync(press.Person, cancellationToken);
        switch (result.Outcome)
        {
            case OwnershipOutcome.Done:
                var (name, company) = (turn.User.Name, turn.Member?.CompanyName);
                await notifications.NotifyAsync(
                    Recipient.User(press.Person),
                    new()
                    {
                        Urgency = Urgency.Urgent,
                        Body = text => text.GetMarkup("company.notice.ownership", ("name", name), ("company", company)),
                        Button = new() { Label = text => text.Get("company.notice.open_offer"), Place = new OwnershipPlace() },
                    },
                    cancellationToken);
                return Reply.GoTo(new OwnershipPlace()).WithToast(turn.Text.Get("company.ownership.offered"));
            case OwnershipOutcome.AlreadyOffered:
                return Reply.GoTo(new OwnershipPlace()).WithToast(turn.Text.Get("company.ownership.already"));
            case OwnershipOutcome.BadPerson:
                return Reply.Stay.WithToast(turn.Text.Get("company.refused.left"));
            default:
                return Reply.NotFound;
        }
    }

    private static OrgChart.PickPlace PickNew() => OrgChart.PickPlace.ForOwner();
}

/// <summary>The question whether the company is offered to somebody.</summary>
[Callback("offer")]
internal readonly record struct OfferPlace(UserId Person);

/// <summary>Yes, it is.</summary>
[Callback("offeryes")]
internal readonly record struct OfferPress(UserId Person);
