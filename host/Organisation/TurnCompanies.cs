using DrAivBot.Host.Database;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>The companies of whoever acts.</summary>
internal sealed class TurnCompanies(TurnDatabase database, Acting acting, ActiveCompany active) : ICompanies
{
    private const string List = "select company_id, company_name, role from core.companies_of($1)";

    private UserId User => acting.User ?? throw new InvalidOperationException("Companies are chosen by people: do it in a turn, not in a job.");

    public async Task<IReadOnlyList<Membership>> ListAsync(CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch().Add(List, Sql.Value(User.Value)).ReadAsync(cancellationToken);
        var found = new List<Membership>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var id = new CompanyId(reader.GetGuid(0));
            found.Add(new() { CompanyId = id, CompanyName = reader.GetString(1), Role = (CompanyRoles)reader.GetInt32(2), IsActive = id == active.Id });
        }

        return found;
    }

    public async Task<bool> EnterAsync(CompanyId company, CancellationToken cancellationToken)
    {
        if (await new JoiningTable(database).FindMembershipAsync(User, company, cancellationToken) is not { } entered)
        {
            return false;
        }

        active.Enter(entered);
        await database.UseCompanyAsync(company, cancellationToken);
        return true;
    }
}
