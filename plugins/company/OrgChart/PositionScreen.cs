using DrAivBot.Company.Invitations;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.OrgChart;

internal sealed class PositionScreen(IOrganisation organisation, IInvitations invitations) : IScreen<PositionPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, PositionPlace place, CancellationToken cancellationToken)
    {
        if (await organisation.FindPositionAsync(place.Id, cancellationToken) is not { } card)
        {
            return Reply.NotFound;
        }

        var screen = new Screen { Body = Body(turn, card) };
        if (card.Position.IsVacant && turn.May(CompanyModule.Invite) && await invitations.MayInviteAsync(place.Id, cancellationToken))
        {
            screen = screen.WithRow(Button.To(turn.Text.Get("company.post.invite"), new InvitePlace(place.Id)));
        }

        return Reply.Show(card.Superior is { } superior
            ? screen.WithRow(Button.To(turn.Text.Get("company.post.to_superior", ("number", superior.Number)), new PositionPlace(superior.Id)))
            : screen);
    }

    private static Markup Body(ITurn turn, PositionCard card)
    {
        var post = card.Position;
        return Markup.Paragraphs(
            Markup.Lines(
                turn.Text.GetMarkup("company.post.title", ("number", post.Number), ("name", post.Name)),
                Markup.Plain(card.DepartmentName is { } department ? $"{card.DivisionName} › {department}" : card.DivisionName)),
            Markup.Lines(
                turn.Text.GetMarkup("company.post.holder", ("holder", UnitText.Holder(turn.Text, post.Holder))),
                card.Deputy is { } deputy ? turn.Text.GetMarkup("company.post.deputy", ("name", deputy.Name)) : Markup.Empty,
                Superior(turn, card)),
            Markup.Lines(UnitText.Product(turn.Text, card.Product), UnitText.Measure(turn.Text, card.Statistic)));
    }

    private static Markup Superior(ITurn turn, PositionCard card) => card.Superior is { } superior
        ? turn.Text.GetMarkup(
            "company.post.superior",
            ("number", superior.Number),
            ("post", superior.Name),
            ("holder", UnitText.Holder(turn.Text, superior.Holder)))
        : turn.Text.GetMarkup("company.post.no_superior");
}

/// <summary>The card of a post.</summary>
/// <param name="Id">The post; one of another company is not found.</param>
[Callback("post")]
internal readonly record struct PositionPlace(PositionId Id);
