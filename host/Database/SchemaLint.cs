using DrAivBot.Host.Database.Lint;
using Npgsql;

namespace DrAivBot.Host.Database;

/// <summary>
/// Finds in a schema what would let one company see another's rows, or make row level security slow. All findings at
/// once, each a sentence with its cure. Every rule is a query over the catalogue; all run in one round trip.
/// </summary>
internal sealed class SchemaLint(DatabaseRoles roles)
{
    /// <summary>Checks a schema as the open transaction sees it.</summary>
    /// <returns>The findings; empty when the schema is safe.</returns>
    public async Task<IReadOnlyList<string>> CheckAsync(
        NpgsqlConnection connection, MigrationTarget target, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var rule in (IEnumerable<string>)[.. TableRules.All, .. KeyRules.All, .. CodeRules.All, .. GrantRules.All])
        {
            batch.BatchCommands.Add(new(LintScope.Sql + rule)
            {
                Parameters =
                {
                    new() { Value = target.Schema },
                    new() { Value = roles.Definer },
                    new() { Value = Trusted(target) },
                    new() { Value = target.IsCore ? roles.Modules : roles.Module(target.Owner) },
                    new() { Value = roles.ModuleOwners },
                },
            });
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var findings = new List<string>();
        do
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                findings.Add(reader.GetString(0));
            }
        }
        while (await reader.NextResultAsync(cancellationToken));
        return findings;
    }

    // Those who may have any right; $4 may have the narrow ones of a module.
    private string[] Trusted(MigrationTarget target) => target.IsCore
        ? [roles.Owner, roles.Host, roles.Definer]
        : [roles.ModuleOwner(target.Owner)];
}
