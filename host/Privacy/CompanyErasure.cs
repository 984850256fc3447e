using DrAivBot.Host.Database;
using DrAivBot.Host.Organisation;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Privacy;

/// <summary>
/// A company is erased in steps that may be repeated: closed, so that nobody writes any more; emptied table by table in
/// portions; and in the end whatever is left, in one transaction with the proof.
/// </summary>
internal sealed class CompanyErasure(OrganisationWork work, PrivacyParts parts)
{
    private const int Portion = 5000;

    /// <summary>Goes last: everything refers to it.</summary>
    private const string Companies = "companies";

    private const string EraseCore = "select core.erase_company_rows($1, $2, $3)";

    private const string EraseModule = "select core.erase_rows($1, $2, $3)";

    private const string EndMemberships = "update core.members set left_at = greatest(core.clock(), joined_at) where company_id = core.company_id() and left_at is null";

    private const string DropJobs = "delete from core.jobs where company_id = core.company_id()";

    private static readonly string[] Removals =
    [
        "delete from core.sessions where company_id = $1 or position($1::text in data) > 0",
        "delete from core.outbox where company_id = $1",
        "delete from core.files where company_id = $1",
        "update core.users set company_id = null where company_id = $1",
    ];

    private readonly DataTables _tables = parts.TablesOf(work.Database);
    private readonly ErasureTable _erasures = new(work.Database);

    /// <summary>Makes everybody a guest and drops what is due, so that nothing new comes. The requester's ownership was checked before.</summary>
    public async Task CloseAsync(ErasureRow erasure, CancellationToken cancellationToken)
    {
        await work.Database.UseCompanyAsync(new CompanyId(erasure.Company!.Value), cancellationToken);
        await work.Batch().Add(EndMemberships).Add(DropJobs).ExecuteAsync(cancellationToken);
    }

    /// <summary>The tables in the order in which they can be emptied one by one.</summary>
    public async Task<IReadOnlyList<(string Schema, string Table)>> ListStepsAsync(CancellationToken cancellationToken)
    {
        var steps = new List<(string Schema, string Table)>();
        foreach (var schema in (IReadOnlyList<string>)[.. await _tables.ListModulesAsync(cancellationToken), DataTables.Core])
        {
            steps.AddRange((await _tables.OrderAsync(schema, cancellationToken)).Select(table => (schema, table)));
        }

        steps.Remove((DataTables.Core, Companies));
        return steps;
    }

    /// <summary>Removes a portion of a table.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> EraseAsync(ErasureRow erasure, string schema, string table, CancellationToken cancellationToken)
    {
        await work.Database.UseCompanyAsync(new CompanyId(erasure.Company!.Value), cancellationToken);
        var removed = await EraseAsync(erasure.Id, schema, table, cancellationToken);
        await _erasures.CountAsync(erasure.Id, removed, kept: 0, cancellationToken);
        return removed == Portion;
    }

    /// <summary>Removes whatever is left, and the company itself.</summary>
    public async Task FinishAsync(ErasureRow erasure, CancellationToken cancellationToken)
    {
        var company = new CompanyId(erasure.Company!.Value);
        parts.Files.Remove(company);
        await work.Database.UseCompanyAsync(company, cancellationToken);
        var removed = 0L;
        foreach (var schema in (IReadOnlyList<string>)[.. await _tables.ListModulesAsync(cancellationToken), DataTables.Core])
        {
            removed += await EraseAsync(erasure.Id, schema, table: null, cancellationToken);
        }

        var batch = work.Batch();
        foreach (var removal in Removals)
        {
            batch.Add(removal, Sql.Value(company.Value));
        }

        await batch.ExecuteAsync(cancellationToken);
        await _erasures.CountAsync(erasure.Id, removed, kept: 0, cancellationToken);
    }

    private Task<long> EraseAsync(Guid erasure, string schema, string? table, CancellationToken cancellationToken) => schema == DataTables.Core
        ? _tables.RunAsync(schema, EraseCore, [Sql.Value(erasure), Sql.Optional(table), Sql.Value(Portion)], cancellationToken)
        : _tables.RunAsync(schema, EraseModule, [Sql.Value(schema), Sql.Optional(table), Sql.Value(Portion)], cancellationToken);
}
