using DrAivBot.Host.Database;
using DrAivBot.Organisation;
using Npgsql;

namespace DrAivBot.Host.Organisation;

/// <summary>Reads the chart. No statement names a company: row level security shows the one of the turn.</summary>
internal sealed class ChartTable(TurnDatabase database)
{
    private const string Counts = """
        count(p.id)::int, count(h.id)::int
        """;

    private const string CountJoins = """
        and p.archived_at is null
        left join core.holdings h on h.company_id = p.company_id and h.position_id = p.id and h.until is null and not h.is_temporary
        """;

    internal const string PositionColumns = """
        p.id, p.number, p.kind, p.division_number, p.department_number, p.name, h.user_id, m.name, h.is_temporary, h.training_percent, p.is_deputy
        """;

    internal const string HolderJoins = """
        left join core.holdings h on h.company_id = p.company_id and h.position_id = p.id and h.until is null
        left join core.members m on m.company_id = h.company_id and m.user_id = h.user_id
        """;

    private const string Divisions = $"""
        select d.number, d.name, {Counts}
        from core.divisions d
        left join core.positions p on p.company_id = d.company_id and p.division_number = d.number {CountJoins}
        where $1::int is null or d.number = $1
        group by d.number, d.name
        """;

    private const string DepartmentsOfDivision = $"""
        select d.number, d.name, {Counts}
        from core.departments d
        left join core.positions p on p.company_id = d.company_id and p.department_number = d.number {CountJoins}
        where d.division_number = $1
        group by d.number, d.name
        order by d.number
        """;

    private const string Department = "select name from core.departments where number = $1";

    private const string PositionsOfDepartment = $"""
        select {PositionColumns}
        from core.positions p
        {HolderJoins}
        where p.department_number = $1 and p.archived_at is null
        order by p.kind <> 'department_head', p.number
        """;

    private const string PositionsOfMember = $"""
        select {PositionColumns}
        from core.holdings h
        join core.members m on m.company_id = h.company_id and m.user_id = h.user_id and m.left_at is null
        join core.positions p on p.company_id = h.company_id and p.id = h.position_id and p.archived_at is null
        where h.user_id = $1 and h.until is null
        order by p.number
        """;

    /// <summary>The position first, then whatever could stand above it.</summary>
    private const string Card = $"""
        select {PositionColumns}, division.name, department.name, deputy.user_id, deputy.name
        from core.positions start
        join core.positions p on p.company_id = start.company_id and p.archived_at is null and (
            p.id = start.id or p.number in (19, 21)
            or (p.kind = 'department_head' and p.department_number = start.department_number)
            or (p.kind = 'division_head' and p.division_number = start.division_number))
        {HolderJoins}
        join core.companies company on company.company_id = p.company_id
        join core.divisions division on division.company_id = p.company_id and division.number = p.division_number
        left join core.departments department on department.company_id = p.company_id and department.number = p.department_number
        left join lateral core.deputy_of(p.company_id, p.id, h.user_id, ($2::timestamptz at time zone company.time_zone)::date) deputy on true
        where start.id = $1 and start.archived_at is null
        order by p.id <> start.id, p.number
        """;

    public async Task<IReadOnlyList<UnitRow>> ListDivisionsAsync(CancellationToken cancellationToken)
    {
        await using var reader = await Batch(Divisions, new NpgsqlParameter<int?> { TypedValue = null }).ReadAsync(cancellationToken);
        return await ReadUnitsAsync(reader, cancellationToken);
    }

    /// <summary>Null when there is no such division.</summary>
    public async Task<(UnitRow Division, IReadOnlyList<UnitRow> Departments)?> FindDivisionAsync(int number, CancellationToken cancellationToken)
    {
        var batch = Batch(Divisions, new NpgsqlParameter<int?> { TypedValue = number }).Add(DepartmentsOfDivision, Int(number));
        await using var reader = await batch.ReadAsync(cancellationToken);
        var divisions = await ReadUnitsAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return divisions.Count == 0 ? null : (divisions[0], await ReadUnitsAsync(reader, cancellationToken));
    }

    /// <summary>Null when there is no such department.</summary>
    public async Task<(string? Name, IReadOnlyList<PositionRow> Positions)?> FindDepartmentAsync(int number, CancellationToken cancellationToken)
    {
        await using var reader = await Batch(Department, Int(number)).Add(PositionsOfDepartment, Int(number)).ReadAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var name = Text(reader, 0);
        await reader.NextResultAsync(cancellationToken);
        return (name, await ReadPositionsAsync(reader, cancellationToken));
    }

    public async Task<IReadOnlyList<PositionRow>> ListPositionsOfAsync(UserId user, CancellationToken cancellationToken)
    {
        await using var reader = await Batch(PositionsOfMember, new NpgsqlParameter<Guid> { TypedValue = user.Value }).ReadAsync(cancellationToken);
        return await ReadPositionsAsync(reader, cancellationToken);
    }

    /// <summary>The position and whatever could stand above it; empty when there is no such position.</summary>
    public async Task<IReadOnlyList<CardRow>> FindCardAsync(PositionId position, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var batch = Batch(
            Card,
            new NpgsqlParameter<Guid> { TypedValue = position.Value },
            new NpgsqlParameter<DateTimeOffset> { TypedValue = now.ToUniversalTime() });
        await using var reader = await batch.ReadAsync(cancellationToken);
        var rows = new List<CardRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new()
            {
                Position = ReadPosition(reader),
                DivisionName = Text(reader, 11),
                DepartmentName = Text(reader, 12),
                Deputy = reader.GetValue(13) is Guid deputy ? new() { UserId = new(deputy), Name = reader.GetString(14) } : null,
            });
        }

        return rows;
    }

    private HostBatch Batch(string sql, params ReadOnlySpan<NpgsqlParameter> parameters) =>
        database.CreateHostBatch().Add(sql, parameters);

    private static NpgsqlParameter<int> Int(int value) => new() { TypedValue = value };

    private static string? Text(NpgsqlDataReader reader, int column) => reader.GetValue(column) as string;

    public static async Task<IReadOnlyList<UnitRow>> ReadUnitsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<UnitRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new() { Number = reader.GetInt32(0), Name = Text(reader, 1), PositionCount = reader.GetInt32(2), FilledCount = reader.GetInt32(3) });
        }

        return rows;
    }

    public static async Task<IReadOnlyList<PositionRow>> ReadPositionsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<PositionRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(ReadPosition(reader));
        }

        return rows;
    }

    internal static PositionRow ReadPosition(NpgsqlDataReader reader) => new()
    {
        Id = new(reader.GetGuid(0)),
        Number = reader.GetInt32(1),
        Kind = KindOf(reader.GetString(2)),
        DivisionNumber = reader.GetInt32(3),
        DepartmentNumber = reader.GetValue(4) is short department ? department : null,
        Name = Text(reader, 5),
        Holder = reader.GetValue(6) is Guid holder
            ? new() { UserId = new(holder), Name = reader.GetString(7), IsTemporary = reader.GetBoolean(8), TrainingPercent = reader.GetInt16(9) }
            : null,
        IsDeputy = reader.GetBoolean(10),
    };

    internal static PositionKind KindOf(string kind) => kind switch
    {
        "department_head" => PositionKind.DepartmentHead,
        "division_head" => PositionKind.DivisionHead,
        _ => PositionKind.Specialist,
    };
}
