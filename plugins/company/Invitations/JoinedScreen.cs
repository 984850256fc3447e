using DrAivBot.Company.OrgChart;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Invitations;

/// <summary>Welcomes a newcomer: their post, who stands above it, and who works beside them.</summary>
internal sealed class JoinedScreen(IOrganisation organisation) : IScreen<JoinedPlace>
{
    private const int MostColleagues = 8;

    public async Task<Reply> ShowAsync(ITurn turn, JoinedPlace place, CancellationToken cancellationToken)
    {
        if (turn.Member is not { } member || await organisation.FindPositionAsync(place.Position, cancellationToken) is not { } card)
        {
            return Reply.NotFound;
        }

        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup("company.joined.title", ("company", member.CompanyName)),
                turn.Text.GetMarkup("company.joined.post", ("post", InvitationText.Post(card.Position))),
                Superior(turn, card),
                await ColleaguesAsync(turn, card.Position, cancellationToken),
                turn.Text.GetMarkup("company.joined.next")),
        };
        return Reply.Show(screen.WithColumn(
        [
            Button.To(turn.Text.Get("company.joined.card"), new PositionPlace(card.Position.Id)),
            Button.To(turn.Text.Get("company.menu.structure"), new ChartPlace()),
        ]));
    }

    private static Markup Superior(ITurn turn, PositionCard card) => card.Superior is { } superior
        ? turn.Text.GetMarkup(
            "company.joined.superior", ("post", InvitationText.Post(superior)), ("holder", UnitText.Holder(turn.Text, superior.Holder)))
        : Markup.Empty;

    /// <summary>Of the department, or of the division for its head, who has no department.</summary>
    private async Task<Markup> ColleaguesAsync(ITurn turn, Position post, CancellationToken cancellationToken)
    {
        var around = new List<Position>();
        foreach (var number in await DepartmentsAsync(post, cancellationToken))
        {
            around.AddRange((await organisation.FindDepartmentAsync(number, cancellationToken))?.Positions ?? []);
        }

        var colleagues = around.Where(other => other.Id != post.Id && other.Holder is { IsTemporary: false } holder && holder.UserId != turn.User.Id)
            .DistinctBy(other => other.Holder!.UserId)
            .Take(MostColleagues)
            .Select(other => turn.Text.GetMarkup("company.joined.colleague", ("name", other.Holder!.Name), ("post", InvitationText.Post(other))))
            .ToList();
        return colleagues.Count == 0
            ? turn.Text.GetMarkup("company.joined.alone")
            : Markup.Lines([turn.Text.GetMarkup("company.joined.colleagues"), .. colleagues]);
    }

    private async Task<IReadOnlyList<int>> DepartmentsAsync(Position post, CancellationToken cancellationToken) =>
        await organisation.FindDivisionAsync(post.DivisionNumber, cancellationToken) is { } division
            ? [.. division.Departments.Select(department => department.Number).OrderBy(number => number != post.DepartmentNumber)]
            : [];
}

/// <summary>What a newcomer sees first.</summary>
/// <param name="Position">The post they have joined for.</param>
[Callback("joined")]
internal readonly record struct JoinedPlace(PositionId Position);
