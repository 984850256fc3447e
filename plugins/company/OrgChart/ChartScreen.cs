using DrAivBot.Company.ChartFiles;
using DrAivBot.Company.Invitations;
using DrAivBot.Company.Staff;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.OrgChart;

internal sealed class ChartScreen(IOrganisation organisation) : IScreen<ChartPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, ChartPlace place, CancellationToken cancellationToken)
    {
        var divisions = await organisation.ListDivisionsAsync(cancellationToken);
        if (divisions.Count == 0 || turn.Member is not { } member)
        {
            return Reply.NotFound;
        }

        var filled = divisions.Sum(division => division.FilledCount);
        var count = divisions.Sum(division => division.PositionCount);
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup("company.chart.title", ("company", member.CompanyName)),
                UnitText.Filled(turn.Text, filled, count),
                turn.Text.GetMarkup("company.chart.about")),
        };
        return Reply.Show(screen
            .WithColumn(divisions.Select(division => Row(turn, division)))
            .WithRow(InvitationsButton(turn))
            .WithRow(OrderChartFileAction.Buttons(turn.Text))
            .WithRow(ImportButton(turn)));
    }

    private static IReadOnlyList<Button> InvitationsButton(ITurn turn) =>
        turn.May(CompanyModule.Invite) ? [Button.To(turn.Text.Get("company.menu.invitations"), new InvitationsPlace(0))] : [];

    private static IReadOnlyList<Button> ImportButton(ITurn turn) =>
        turn.May(CompanyModule.ImportPosts) ? [Button.To(turn.Text.Get("company.import.menu"), new ImportPlace())] : [];

    private static Button Row(ITurn turn, Division division)
    {
        var label = turn.Text.Get(
            "company.chart.row",
            ("emoji", division.Emoji),
            ("number", division.Number),
            ("name", UnitText.ShortName(turn.Text, division.Name)),
            ("filled", division.FilledCount),
            ("total", division.PositionCount));
        return Button.To(label, new DivisionPlace(division.Number));
    }
}

/// <summary>The seven divisions.</summary>
[Callback("chart")]
internal readonly record struct ChartPlace;
