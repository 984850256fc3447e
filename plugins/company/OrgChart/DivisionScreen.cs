using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.OrgChart;

internal sealed class DivisionScreen(IOrganisation organisation, IPosts posts) : IScreen<DivisionPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, DivisionPlace place, CancellationToken cancellationToken)
    {
        if (await organisation.FindDivisionAsync(place.Number, cancellationToken) is not { } chart)
        {
            return Reply.NotFound;
        }

        var division = chart.Division;
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup("company.division.title", ("emoji", division.Emoji), ("number", division.Number), ("name", division.Name)),
                Markup.Plain(division.Purpose),
                Markup.Lines(
                    UnitText.Product(turn.Text, division.Product),
                    UnitText.Measure(turn.Text, division.Statistic),
                    UnitText.Filled(turn.Text, division.FilledCount, division.PositionCount)),
                turn.Text.GetMarkup("company.division.choose")),
        };
        var acts = await posts.FindDivisionActsAsync(place.Number, cancellationToken);
        return Reply.Show(screen
            .WithRow(chart.Head is { } head ? [UnitText.Post(turn.Text, head)] : [])
            .WithColumn(chart.Departments.Select(department => Row(turn, department)))
            .WithRow(acts.HasFlag(UnitActs.AddHead) ? [Button.To(turn.Text.Get("company.add.head"), new AddHeadPress(place.Number))] : [])
            .WithRow(acts.HasFlag(UnitActs.Rename) ? [Button.To(turn.Text.Get("company.rename.unit"), new EditUnitPlace(IsDivision: true, place.Number))] : []));
    }

    private static Button Row(ITurn turn, Department department)
    {
        var label = turn.Text.Get(
            "company.division.row",
            ("mark", UnitText.Mark(department.FilledCount, department.PositionCount)),
            ("number", department.Number),
            ("name", department.Name));
        return Button.To(label, new DepartmentPlace(department.Number));
    }
}

/// <summary>A division and its departments.</summary>
/// <param name="Number">1 to 7; anything else is not found.</param>
[Callback("div")]
internal readonly record struct DivisionPlace(int Number);
