using DrAivBot.Host.Database;
using DrAivBot.Host.Organisation;
using DrAivBot.Organisation;
using DrAivBot.Privacy;

namespace DrAivBot.Host.Privacy;

/// <summary>
/// A person is erased company by company, each in one transaction, and then their account. In a company they become
/// somebody with another id and no name, so that what others see stays whole and leads to nobody.
/// </summary>
internal sealed class PersonErasure(OrganisationWork work, PrivacyParts parts)
{
    private const string NameOf = "select name from core.members where company_id = core.company_id() and user_id = $1";

    private const string LanguageOf = """
        select coalesce(u.language, u.language_code)
        from core.positions p
        join core.holdings h on h.company_id = p.company_id and h.position_id = p.id and h.until is null
        join core.users u on u.id = h.user_id
        where p.company_id = core.company_id() and p.number = 21
        """;

    private const string Replace = "select core.replace_person($1, $2, $3, $4, $5)";

    private const string EraseCore = "select removed, kept from core.erase_person_rows($1, $2, $3)";

    /// <summary>Rows of the core that are for one person alone.</summary>
    private static readonly string[] Own = ["core.notifications", "core.progress", "core.absences"];

    private readonly DataTables _tables = parts.TablesOf(work.Database);

    /// <summary>Counts over all companies the person was ever in.</summary>
    public async Task<ErasurePlan> PlanAsync(UserId user, DataPart account, CancellationToken cancellationToken)
    {
        var companies = await PastCompanies.ListAsync(work.Database, user.Value, cancellationToken);
        var tables = await _tables.ListAllAsync(cancellationToken);
        var counts = tables.ToDictionary(table => table.Id, _ => 0L, StringComparer.Ordinal);
        var active = work.Database.Company;
        foreach (var company in companies)
        {
            await work.Database.UseCompanyAsync(company.Id, cancellationToken);
            foreach (var (table, count) in await _tables.CountAsync(tables, user.Value, cancellationToken))
            {
                counts[table] += count;
            }
        }

        await work.Database.UseCompanyAsync(active, cancellationToken);
        var removed = tables.ToLookup(table => Own.Contains(table.Id) || parts.PersonalRowsOf(table.Schema).Any(rows => rows.Table == table.Name));
        return new()
        {
            Removed =
            [
                account with { Count = await AccountRows.CountAsync(work.Database, user.Value, cancellationToken) },
                .. from table in removed[true]
                   let part = parts.Describe(table, counts[table.Id], work.Acting.Language)
                   where part.Count > 0
                   orderby part.Count descending
                   select part,
            ],
            KeptCount = removed[false].Sum(table => counts[table.Id]),
            Companies = [.. companies.Where(company => company.IsMember).Select(company => company.Name)],
            Owned = [.. companies.Where(company => company.Owns).Select(company => company.Name)],
        };
    }

    /// <summary>Erases the person in one company they are or were a member of.</summary>
    public async Task EraseInAsync(ErasureRow erasure, PastCompany company, CancellationToken cancellationToken)
    {
        await work.Database.UseCompanyAsync(company.Id, cancellationToken);
        var here = work with { Acting = work.Acting with { User = new(erasure.User) }, Active = new() { Id = company.Id } };
        if (company.IsMember)
        {
            await new ActingDesk(here).NoteAsync("member.left", from: null, before: null, after: null, cancellationToken);
            await new DepartureTable(here).EndAsync(new(erasure.User), DepartureKind.Erased, cancellationToken);
        }

        var name = await FindNameAsync(erasure.User, cancellationToken);
        var (nobody, noName) = (Guid.NewGuid(), parts.CoreText(await FindLanguageAsync(cancellationToken)).Get("core.erasure.nobody"));
        var (removed, kept) = (0L, 0L);
        foreach (var module in await _tables.ListModulesAsync(cancellationToken))
        {
            removed += await RemoveOwnAsync(module, erasure.User, cancellationToken);
            kept += await _tables.RunAsync(
                module, Replace, [Sql.Value(module), Sql.Value(erasure.User), Sql.Value(nobody), Sql.Value(name), Sql.Value(noName)], cancellationToken);
        }

        await using (var reader = await work.Batch().Add(EraseCore, Sql.Value(erasure.Id), Sql.Value(nobody), Sql.Value(noName)).ReadAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            (removed, kept) = (removed + reader.GetInt64(0), kept + reader.GetInt64(1));
        }

        await new ErasureTable(work.Database).CountAsync(erasure.Id, removed, kept, cancellationToken);
    }

    private async Task<string> FindNameAsync(Guid user, CancellationToken cancellationToken)
    {
        await using var reader = await work.Batch().Add(NameOf, Sql.Value(user)).ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetString(0) : "";
    }

    /// <summary>What stays is read by those who stay: in the language of the company's owner.</summary>
    private async Task<string?> FindLanguageAsync(CancellationToken cancellationToken)
    {
        await using var reader = await work.Batch().Add(LanguageOf).ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Sql.TextOrNull(reader, 0) : null;
    }

    /// <summary>In one statement, so that the rows may refer to each other.</summary>
    private async Task<long> RemoveOwnAsync(string module, Guid user, CancellationToken cancellationToken)
    {
        var own = parts.PersonalRowsOf(module);
        if (own.Count == 0)
        {
            return 0;
        }

        var deletes = own.Select((rows, i) =>
            $"d{i} as (delete from {DatabaseRoles.Quote(module)}.{DatabaseRoles.Quote(rows.Table)} where company_id = core.company_id() and {DatabaseRoles.Quote(rows.PersonColumn)} = $1 returning 1)");
        var counts = own.Select((_, i) => $"(select count(*) from d{i})");
        return await _tables.RunAsync(module, $"with {string.Join(", ", deletes)} select {string.Join(" + ", counts)}", [Sql.Value(user)], cancellationToken);
    }
}
