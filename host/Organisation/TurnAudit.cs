using System.Text.Json;
using System.Text.RegularExpressions;
using DrAivBot.Host.Database;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>What modules write into the company's audit, under their own names.</summary>
internal sealed partial class TurnAudit(OrganisationWork work, string moduleId) : IAudit
{
    private const string Write = """
        insert into core.audit (company_id, id, at, user_id, position_id, act, before, after)
        values (core.company_id(), $1, $2, $3, $4, $5, $6::jsonb, $7::jsonb)
        """;

    public Task NoteAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        if (work.Company is null)
        {
            throw new InvalidOperationException($"Module '{moduleId}' writes to the audit without a company. Only work of a company has an audit.");
        }

        if (!ActName().IsMatch(entry.Act))
        {
            throw new ArgumentException($"'{entry.Act}' cannot name an act. Use 1 to 60 characters of a-z, 0-9, '_' and '.'.", nameof(entry));
        }

        return work.Batch().Add(
            Write,
            Sql.Value(Guid.CreateVersion7(work.Now)),
            Sql.Value(work.Now),
            Sql.Optional(work.Acting.User?.Value),
            Sql.Optional(entry.Position?.Value),
            Sql.Value($"{(entry.IsRefused ? "denied:" : "")}{moduleId}.{entry.Act}"),
            Sql.Optional(Json(entry.Before)),
            Sql.Optional(Json(entry.After)))
            .ExecuteAsync(cancellationToken);
    }

    private static string? Json(IReadOnlyDictionary<string, string?>? facts) => facts is null ? null : JsonSerializer.Serialize(facts);

    [GeneratedRegex("^[a-z0-9_.]{1,60}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ActName();
}
