using System.Globalization;
using DrAivBot.Company.OrgChart;
using DrAivBot.Delivery;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.Settings;

/// <summary>The open offer of the company as each of its two sides sees it, and the answers to it.</summary>
internal sealed class OwnershipScreen(IOwnership ownership, INotifications notifications) : IScreen<OwnershipPlace>, IAction<AcceptOffer>, IAction<CloseOffer>
{
    public async Task<Reply> ShowAsync(ITurn turn, OwnershipPlace place, CancellationToken cancellationToken)
    {
        if (await ownership.FindOfferAsync(cancellationToken) is not { } offer)
        {
            return Reply.Show(Closed(turn));
        }

        var isMine = offer.From.UserId == turn.User.Id;
        var until = turn.Text.FormatInstant(offer.ExpiresAt, turn.StartedAt);
        var screen = new Screen
        {
            Body = turn.Text.GetMarkup(
                isMine ? "company.ownership.open_mine" : "company.ownership.open_theirs",
                ("name", isMine ? offer.To.Name : offer.From.Name), ("company", turn.Member?.CompanyName), ("until", until)),
        };
        return Reply.Show(isMine
            ? screen.WithRow(Button.To(turn.Text.Get("company.ownership.withdraw"), new CloseOffer(offer.Id)))
            : screen.WithColumn(
            [
                Button.To(turn.Text.Get("company.ownership.accept"), new AcceptOffer(offer.Id)),
                Button.To(turn.Text.Get("company.ownership.decline"), new CloseOffer(offer.Id)),
            ]));
    }

    public async Task<Reply> ActAsync(ITurn turn, AcceptOffer press, CancellationToken cancellationToken)
    {
        var result = await ownership.AcceptAsync(press.Offer, cancellationToken);
        if (result is not { IsDone: true, Offer: { } offer })
        {
            return Reply.Stay.WithToast(turn.Text.Get("company.ownership.gone"));
        }

        await TellAsync(offer.From.UserId, "company.notice.ownership_accepted", turn, cancellationToken);
        return Reply.GoTo(new MyPostsPlace(0)).WithToast(turn.Text.Get("company.ownership.accepted"));
    }

    public async Task<Reply> ActAsync(ITurn turn, CloseOffer press, CancellationToken cancellationToken)
    {
        var result = await ownership.CloseAsync(press.Offer, cancellationToken);
        if (result is not { IsDone: true, Offer: { } offer })
        {
            return Reply.Stay.WithToast(turn.Text.Get("company.ownership.gone"));
        }

        var isMine = offer.From.UserId == turn.User.Id;
        await TellAsync(
            isMine ? offer.To.UserId : offer.From.UserId, isMine ? "company.notice.ownership_withdrawn" : "company.notice.ownership_declined", turn, cancellationToken);
        return Reply.GoTo(new SettingsPlace()).WithToast(turn.Text.Get(isMine ? "company.ownership.withdrawn" : "company.ownership.declined"));
    }

    private static Screen Closed(ITurn turn)
    {
        var isOwner = turn.May(CompanyModule.OwnCompany);
        var screen = new Screen
        {
            Body = turn.Text.GetMarkup(
                isOwner ? "company.ownership.about" : "company.ownership.none",
                ("company", turn.Member?.CompanyName), ("hours", OwnershipOffer.Life.TotalHours.ToString("0", CultureInfo.InvariantCulture))),
        };
        return isOwner ? screen.WithRow(Button.To(turn.Text.Get("company.ownership.choose"), PickPlace.ForOwner())) : screen;
    }

    private async Task TellAsync(UserId person, string key, ITurn turn, CancellationToken cancellationToken)
    {
        var (name, company) = (turn.User.Name, turn.Member?.CompanyName);
        await notifications.NotifyAsync(
            Recipient.User(person),
            new() { Body = text => text.GetMarkup(key, ("name", name), ("company", company)) },
            cancellationToken);
    }
}

/// <summary>The transfer of the company.</summary>
[Callback("own")]
internal readonly record struct OwnershipPlace;

/// <summary>The other side's confirmation.</summary>
[Callback("ownyes")]
internal readonly record struct AcceptOffer(OwnershipOfferId Offer);

/// <summary>Takes the offer back or declines it.</summary>
[Callback("ownno")]
internal readonly record struct CloseOffer(OwnershipOfferId Offer);
