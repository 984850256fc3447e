using DrAivBot.Host.Database;
using DrAivBot.Organisation;
using Npgsql;

namespace DrAivBot.Host.Organisation;

/// <summary>Reads the whole chart of a company in one round trip. Row level security shows the company of the work.</summary>
internal sealed class WholeChartTable(TurnDatabase database, OrgBoard board, string language)
{
    private const string Company = "select name from core.companies";

    private const string Divisions = "select number::int, name, 0, 0 from core.divisions";

    private const string Departments = "select number::int, name, 0, 0 from core.departments order by number";

    private const string Positions = $"""
        select {ChartTable.PositionColumns}
        from core.positions p
        {ChartTable.HolderJoins}
        where p.archived_at is null
        order by p.division_number, p.department_number nulls first, p.kind <> 'department_head', p.number
        """;

    private const string Members = """
        select m.user_id, m.name, m.joined_at, coalesce(u.time_zone, company.time_zone), (
            select max(away.ends_on) from core.absences away
            where away.company_id = m.company_id and away.user_id = m.user_id
                and (core.clock() at time zone company.time_zone)::date between away.starts_on and away.ends_on)
        from core.members m
        join core.companies company on company.company_id = m.company_id
        left join core.users u on u.id = m.user_id
        where m.left_at is null
        order by lower(m.name), m.user_id
        """;

    private readonly ChartNames _names = new(board, language);

    /// <summary>Null when the company is gone.</summary>
    public async Task<CompanyChart?> ReadAsync(CancellationToken cancellationToken)
    {
        var batch = database.CreateHostBatch().Add(Company).Add(Divisions).Add(Departments).Add(Positions).Add(Members);
        await using var reader = await batch.ReadAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var name = reader.GetString(0);
        await reader.NextResultAsync(cancellationToken);
        var divisions = (await ChartTable.ReadUnitsAsync(reader, cancellationToken)).ToDictionary(row => row.Number);
        await reader.NextResultAsync(cancellationToken);
        var departments = await ChartTable.ReadUnitsAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        Position[] positions = [.. (await ChartTable.ReadPositionsAsync(reader, cancellationToken)).Select(_names.Position)];
        await reader.NextResultAsync(cancellationToken);
        return new()
        {
            CompanyName = name,
            Divisions = [.. board.Divisions.Where(unit => divisions.ContainsKey(unit.Number)).Select(unit => _names.Division(Count(divisions[unit.Number], positions.Where(post => post.DivisionNumber == unit.Number))))],
            Departments = [.. departments.Select(row => _names.Department(Count(row, positions.Where(post => post.DepartmentNumber == row.Number))))],
            Positions = positions,
            Members = await ReadMembersAsync(reader, cancellationToken),
        };
    }

    private static UnitRow Count(UnitRow row, IEnumerable<Position> positions)
    {
        var (all, filled) = (0, 0);
        foreach (var position in positions)
        {
            (all, filled) = (all + 1, filled + (position.IsVacant ? 0 : 1));
        }

        return row with { PositionCount = all, FilledCount = filled };
    }

    private static async Task<IReadOnlyList<ChartMember>> ReadMembersAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var members = new List<ChartMember>();
        while (await reader.ReadAsync(cancellationToken))
        {
            members.Add(new()
            {
                UserId = new(reader.GetGuid(0)),
                Name = reader.GetString(1),
                JoinedAt = await reader.GetFieldValueAsync<DateTimeOffset>(2, cancellationToken),
                TimeZone = reader.GetString(3),
                AbsentUntil = await reader.IsDBNullAsync(4, cancellationToken) ? null : await reader.GetFieldValueAsync<DateOnly>(4, cancellationToken),
            });
        }

        return members;
    }
}
