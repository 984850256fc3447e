using DrAivBot.Organisation;
using DrAivBot.Texts;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>The whole company's week, in the language of whoever asked for it.</summary>
internal sealed record CompanySheet
{
    public required string Company { get; init; }

    public required DateOnly Week { get; init; }

    public required IText Text { get; init; }

    /// <summary>In the order of the board.</summary>
    public required IReadOnlyList<Division> Divisions { get; init; }

    /// <summary>Everybody with a post, by division and name.</summary>
    public required IReadOnlyList<SheetLine> Lines { get; init; }

    public IReadOnlyList<SheetLine> LinesOf(Division division) => [.. Lines.Where(line => line.Division == division.Number)];

    public static string DivisionName(Division division) => FormattableString.Invariant($"{division.Number} · {division.Name}");

    public static CompanySheet Of(CompanyChart chart, DateOnly week, IText text, IReadOnlyList<WeekPlan> plans, IReadOnlyList<WeekTask> tasks)
    {
        var byPerson = plans.ToDictionary(plan => plan.Person);
        var byPlan = tasks.ToLookup(task => task.Plan);
        var posts = chart.Positions.Where(post => post.Holder is not null).ToLookup(post => post.Holder!.UserId);
        return new()
        {
            Company = chart.CompanyName,
            Week = week,
            Text = text,
            Divisions = chart.Divisions,
            Lines =
            [
                .. chart.Members.SelectMany<ChartMember, SheetLine>(member => MainPost.Of(posts[member.UserId]) is { } post
                    ? [LineOf(member, post, byPerson.GetValueOrDefault(member.UserId), byPlan)]
                    : []),
            ],
        };
    }

    private static SheetLine LineOf(ChartMember member, Position post, WeekPlan? plan, ILookup<Guid, WeekTask> tasks) => new()
    {
        Name = member.Name,
        Post = WeekText.Post(post),
        Division = plan is { State: not PlanState.Draft } ? plan.Division : post.DivisionNumber,
        IsAbsent = member.AbsentUntil is not null,
        Plan = plan,
        Tasks = plan is null ? [] : [.. tasks[plan.Id]],
    };
}
