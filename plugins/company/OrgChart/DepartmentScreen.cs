using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.OrgChart;

internal sealed class DepartmentScreen(IOrganisation organisation, IPosts posts) : IScreen<DepartmentPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, DepartmentPlace place, CancellationToken cancellationToken)
    {
        if (await organisation.FindDepartmentAsync(place.Number, cancellationToken) is not { } chart)
        {
            return Reply.NotFound;
        }

        var acts = await posts.FindDepartmentActsAsync(place.Number, cancellationToken);
        var screen = new Screen { Body = Body(turn, chart) }.WithPage(
            Page.Of(chart.Positions, place.Page),
            post => UnitText.Post(turn.Text, post),
            page => place with { Page = page });
        return Reply.Show(screen
            .WithRow(acts.HasFlag(UnitActs.AddPost)
                ?
                [
                    Button.To(turn.Text.Get("company.add.specialist"), new AddPostPress(place.Number, IsDeputy: false)),
                    Button.To(turn.Text.Get("company.add.deputy"), new AddPostPress(place.Number, IsDeputy: true)),
                ]
                : [])
            .WithRow(acts.HasFlag(UnitActs.Rename)
                ? [Button.To(turn.Text.Get("company.rename.unit"), new EditUnitPlace(IsDivision: false, place.Number))]
                : []));
    }

    private static Markup Body(ITurn turn, DepartmentChart chart)
    {
        var department = chart.Department;
        var head = chart.Positions.FirstOrDefault(post => post.Kind == PositionKind.DepartmentHead);
        return Markup.Paragraphs(
            turn.Text.GetMarkup("company.department.title", ("number", department.Number), ("name", department.Name)),
            Markup.Plain(department.Purpose),
            Markup.Lines(
                UnitText.Product(turn.Text, department.Product),
                UnitText.Measure(turn.Text, department.Statistic),
                head is null ? Markup.Empty : turn.Text.GetMarkup("company.department.head", ("holder", UnitText.Holder(turn.Text, head.Holder))),
                UnitText.Filled(turn.Text, department.FilledCount, department.PositionCount)),
            Markup.Lines(
                [turn.Text.GetMarkup("company.department.functions"), .. department.Functions.Select(line => Markup.Plain("• " + line))]));
    }
}

/// <summary>A department, what it does and its posts.</summary>
/// <param name="Number">1 to 21; anything else is not found.</param>
/// <param name="Page">Page of its posts, counted from 0.</param>
[Callback("dept")]
internal readonly record struct DepartmentPlace(int Number, int Page = 0);
