using DrAivBot.Work;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>Figures of a week by division, counted by the database.</summary>
internal sealed class SheetTable(IWork work)
{
    public Task<IReadOnlyList<(int Division, SheetSum Sum)>> ListAsync(DateOnly week, CancellationToken cancellationToken) => work.ListAsync(
        """
        select division, count(*)::int, count(agreed_at)::int, count(percent)::int, coalesce(sum(percent), 0)::int
        from planner.week_plans
        where week = $1 and state > 0
        group by division
        """,
        [week],
        reader => ((int)reader.GetInt16(0), new SheetSum
        {
            People = 0,
            Planned = reader.GetInt32(1),
            Agreed = reader.GetInt32(2),
            Closed = reader.GetInt32(3),
            Percent = SheetSum.MeanOf(reader.GetInt32(4), reader.GetInt32(3)),
        }),
        cancellationToken);

    /// <summary>Of the company.</summary>
    public async Task<SheetSum> SumAsync(DateOnly week, int people, CancellationToken cancellationToken) => await work.FindAsync(
        "select count(*)::int, count(agreed_at)::int, count(percent)::int, coalesce(sum(percent), 0)::int from planner.week_plans where week = $1 and state > 0",
        [week],
        reader => new SheetSum
        {
            People = people,
            Planned = reader.GetInt32(0),
            Agreed = reader.GetInt32(1),
            Closed = reader.GetInt32(2),
            Percent = SheetSum.MeanOf(reader.GetInt32(3), reader.GetInt32(2)),
        },
        cancellationToken) ?? throw new InvalidOperationException("A count has always a row.");
}
