using DrAivBot.Dialogs;
using DrAivBot.Organisation;
using DrAivBot.Routing;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>What a task can serve: product and statistic of each unit the person has a post in, or an order in words.</summary>
internal sealed class TaskTies(IOrganisation organisation)
{
    public const string Order = "order";

    private const int DivisionUnit = 100;

    /// <summary>More posts of one person than this are not offered.</summary>
    private const int MostPosts = 12;

    public async Task<IReadOnlyList<(string Id, TaskTie Tie, string Name, int Unit)>> ListAsync(ITurn turn, CancellationToken cancellationToken)
    {
        var ties = new List<(string, TaskTie, string, int)>();
        var posts = await organisation.ListPositionsOfAsync(turn.User.Id, cancellationToken);
        foreach (var unit in posts.Where(MainPost.IsForGood).Select(post => post.DepartmentNumber ?? DivisionUnit + post.DivisionNumber).Distinct().Take(MostPosts))
        {
            if (await FindUnitAsync(unit, cancellationToken) is var (product, statistic))
            {
                ties.Add((FormattableString.Invariant($"product{unit}"), TaskTie.Product, product, unit));
                ties.Add((FormattableString.Invariant($"statistic{unit}"), TaskTie.Statistic, statistic, unit));
            }
        }

        return ties;
    }

    public async Task<IReadOnlyList<Choice>> ChoicesAsync(ITurn turn, CancellationToken cancellationToken) =>
    [
        .. (await ListAsync(turn, cancellationToken)).Select(tie => new Choice { Id = tie.Id, Label = turn.Text.Get(PlanText.TieKey(tie.Tie), ("name", tie.Name)) }),
        new() { Id = Order, Label = turn.Text.Get("planner.task.tie.order") },
    ];

    private async Task<(string Product, string Statistic)?> FindUnitAsync(int unit, CancellationToken cancellationToken) => unit > DivisionUnit
        ? await organisation.FindDivisionAsync(unit - DivisionUnit, cancellationToken) is { } division
            ? (division.Division.Product, division.Division.Statistic.Name) : null
        : await organisation.FindDepartmentAsync(unit, cancellationToken) is { } department
            ? (department.Department.Product, department.Department.Statistic.Name) : null;
}
