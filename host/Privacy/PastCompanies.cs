using DrAivBot.Host.Database;

namespace DrAivBot.Host.Privacy;

/// <summary>Finds the companies of a person, those left long ago included.</summary>
internal static class PastCompanies
{
    private const string List = "select company_id, company_name, is_member, owns from core.companies_ever_of($1)";

    public static async Task<IReadOnlyList<PastCompany>> ListAsync(TurnDatabase database, Guid user, CancellationToken cancellationToken)
    {
        var found = new List<PastCompany>();
        await using var reader = await database.CreateHostBatch().Add(List, Sql.Value(user)).ReadAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(new(new(reader.GetGuid(0)), reader.GetString(1), reader.GetBoolean(2), reader.GetBoolean(3)));
        }

        return found;
    }
}
