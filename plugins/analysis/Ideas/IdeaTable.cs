using System.Data.Common;
using DrAivBot.Organisation;
using DrAivBot.Work;

namespace DrAivBot.Analysis.Ideas;

/// <summary>Rows of analysis.ideas.</summary>
internal sealed class IdeaTable(IWork work)
{
    private const string All = "select id, title, price, unit_cost, volume, fixed_costs, investment, currency from analysis.ideas";

    public Task AddAsync(BusinessIdea idea, UserId by, CancellationToken cancellationToken) => work.ExecuteAsync(
        """
        insert into analysis.ideas (id, title, price, unit_cost, volume, fixed_costs, investment, currency, user_id, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        [idea.Id, idea.Title, idea.Price, idea.UnitCost, idea.Volume, idea.FixedCosts, idea.Investment, idea.Currency, by.Value, work.StartedAt], cancellationToken);

    public Task<BusinessIdea?> FindAsync(Guid id, CancellationToken cancellationToken) => work.FindAsync($"{All} where id = $1", [id], Read, cancellationToken);

    /// <summary>The latest first.</summary>
    public Task<IReadOnlyList<BusinessIdea>> ListAsync(int most, CancellationToken cancellationToken) =>
        work.ListAsync($"{All} order by created_at desc, id desc limit $1", [most], Read, cancellationToken);

    private static BusinessIdea Read(DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Title = row.GetString(1),
        Price = row.GetDecimal(2),
        UnitCost = row.GetDecimal(3),
        Volume = row.GetDecimal(4),
        FixedCosts = row.GetDecimal(5),
        Investment = row.GetDecimal(6),
        Currency = row.GetString(7),
    };
}
