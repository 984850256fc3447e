using DrAivBot.Organisation;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>Of several posts of one person, the one a week is planned from: one plan a person, however many posts they hold.</summary>
internal static class MainPost
{
    private const int OwnerNumber = 21;
    private const int ExecutiveNumber = 19;

    /// <summary>The highest post that is held for good; null when there is none.</summary>
    public static Position? Of(IEnumerable<Position> posts) => posts.Where(IsForGood).MinBy(post => (Rank(post), post.Number));

    public static bool IsForGood(Position post) => post.Holder is null or { IsTemporary: false };

    private static int Rank(Position post) => post switch
    {
        { Number: OwnerNumber } => 0,
        { Number: ExecutiveNumber } => 1,
        { Kind: PositionKind.DivisionHead } => 2,
        { Kind: PositionKind.DepartmentHead } => 3,
        _ => 4,
    };
}
