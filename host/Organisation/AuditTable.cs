using DrAivBot.Host.Database;

namespace DrAivBot.Host.Organisation;

/// <summary>Rows of core.audit: who did what in a company, and what was refused. Never changed afterwards.</summary>
internal static class AuditTable
{
    private const string Insert = """
        insert into core.audit (company_id, id, at, user_id, act) values (core.company_id(), $1, $2, $3, $4)
        """;

    /// <summary>Writes down an act in the company of the turn.</summary>
    public static async Task AddAsync(TurnDatabase database, Guid userId, DateTimeOffset at, string act, CancellationToken cancellationToken) =>
        await database.CreateHostBatch()
            .Add(Insert, Sql.Value(Guid.CreateVersion7(at)), Sql.Value(at), Sql.Value(userId), Sql.Value(act))
            .ExecuteAsync(cancellationToken);
}
