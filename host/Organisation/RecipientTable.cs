using DrAivBot.Delivery;
using DrAivBot.Host.Database;
using Npgsql;

namespace DrAivBot.Host.Organisation;

/// <summary>Reads the names of people, positions and units. Row level security shows those of the company of the work.</summary>
internal sealed class RecipientTable(OrganisationWork work)
{
    private const string From = $"from core.positions p {ChartTable.HolderJoins} where p.company_id = core.company_id() and p.archived_at is null";

    private const string CountPositions = $"select count(*)::int {From} and {BoardWords.Matches}";

    private const string ListPositions = $"select {ChartTable.PositionColumns} {From} and {BoardWords.Matches} order by p.number offset $4 limit $5";

    private const string Departments = "select number::int, name, 0, 0 from core.departments where company_id = core.company_id() order by number";

    private const string Divisions = "select number::int, name, 0, 0 from core.divisions where company_id = core.company_id() order by number";

    private const string FindPeople = "select user_id, name from core.members where company_id = core.company_id() and left_at is null and user_id = any ($1)";

    private const string FindPositions = $"select {ChartTable.PositionColumns} {From} and p.id = any ($1)";

    private const string FindCompany = "select name from core.companies where company_id = core.company_id()";

    public async Task<RecipientPage> SearchPositionsAsync(RecipientQuery query, CancellationToken cancellationToken)
    {
        var words = new BoardWords(work.Board, work.Acting.Language);
        await using var reader = await work.Batch()
            .Add(CountPositions, words.Parameters(query.Text))
            .Add(ListPositions, [.. words.Parameters(query.Text), Sql.Value(Math.Max(0, query.Skip)), Sql.Value(Math.Clamp(query.Take, 1, 100))])
            .ReadAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var total = reader.GetInt32(0);
        await reader.NextResultAsync(cancellationToken);
        return new() { Recipients = [.. (await ChartTable.ReadPositionsAsync(reader, cancellationToken)).Select(Name)], Total = total };
    }

    public async Task<IReadOnlyList<NamedRecipient>> ListDepartmentsAsync(CancellationToken cancellationToken)
    {
        await using var reader = await work.Batch().Add(Departments).ReadAsync(cancellationToken);
        return await ReadDepartmentsAsync(reader, cancellationToken);
    }

    public async Task<IReadOnlyList<NamedRecipient>> ListDivisionsAsync(CancellationToken cancellationToken)
    {
        await using var reader = await work.Batch().Add(Divisions).ReadAsync(cancellationToken);
        return await ReadDivisionsAsync(reader, cancellationToken);
    }

    /// <summary>All of these that the company has, in any order, and units that were not asked for.</summary>
    public async Task<IReadOnlyList<NamedRecipient>> FindAsync(IReadOnlyList<Recipient> recipients, CancellationToken cancellationToken)
    {
        await using var reader = await work.Batch()
            .Add(FindPeople, Sql.Values(IdsOf(recipients, RecipientKind.User)))
            .Add(FindPositions, Sql.Values(IdsOf(recipients, RecipientKind.Position)))
            .Add(Departments)
            .Add(Divisions)
            .Add(FindCompany)
            .ReadAsync(cancellationToken);
        var found = new List<NamedRecipient>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(new() { Recipient = Recipient.User(new(reader.GetGuid(0))), Name = reader.GetString(1) });
        }

        await reader.NextResultAsync(cancellationToken);
        found.AddRange((await ChartTable.ReadPositionsAsync(reader, cancellationToken)).Select(Name));
        await reader.NextResultAsync(cancellationToken);
        found.AddRange(await ReadDepartmentsAsync(reader, cancellationToken));
        await reader.NextResultAsync(cancellationToken);
        found.AddRange(await ReadDivisionsAsync(reader, cancellationToken));
        await reader.NextResultAsync(cancellationToken);
        if (await reader.ReadAsync(cancellationToken))
        {
            found.Add(new() { Recipient = Recipient.Company, Name = reader.GetString(0) });
        }

        return found;
    }

    private async Task<IReadOnlyList<NamedRecipient>> ReadDepartmentsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken) =>
    [
        .. (await ChartTable.ReadUnitsAsync(reader, cancellationToken)).Select(work.Names.Department)
            .Select(unit => new NamedRecipient { Recipient = Recipient.Department(unit.Number), Name = unit.Name, Number = unit.Number }),
    ];

    private async Task<IReadOnlyList<NamedRecipient>> ReadDivisionsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken) =>
    [
        .. (await ChartTable.ReadUnitsAsync(reader, cancellationToken)).Select(work.Names.Division)
            .Select(unit => new NamedRecipient { Recipient = Recipient.Division(unit.Number), Name = unit.Name, Number = unit.Number }),
    ];

    private NamedRecipient Name(PositionRow row)
    {
        var position = work.Names.Position(row);
        return new() { Recipient = Recipient.Position(position.Id), Name = position.Name, Number = position.Number };
    }

    private static Guid[] IdsOf(IReadOnlyList<Recipient> recipients, RecipientKind kind) =>
        [.. recipients.Where(recipient => recipient.Kind == kind && recipient.Id is not null).Select(recipient => recipient.Id!.Value)];
}
