using System.Text.Json;
using DrAivBot.Host.Database;
using DrAivBot.Organisation;
using Npgsql;

namespace DrAivBot.Host.Organisation;

/// <summary>Writes a new company with its whole chart in one round trip.</summary>
internal sealed class RegistrationTable(TurnDatabase database, OrgBoard board)
{
    private const string InsertCompany = """
        insert into core.companies (company_id, name, time_zone, currency, created_by, created_at) values ($1, $2, $3, $4, $5, $6)
        """;

    private const string InsertFounder = """
        insert into core.members (company_id, user_id, name, joined_at) values ($1, $2, $3, $4)
        """;

    private const string InsertDivisions = """
        insert into core.divisions (company_id, number) select $1, unnest($2::int[])
        """;

    private const string InsertDepartments = """
        insert into core.departments (company_id, number, division_number) select $1, * from unnest($2::int[], $3::int[])
        """;

    private const string InsertPositions = """
        insert into core.positions (company_id, id, number, kind, division_number, department_number, created_at)
        select $1, id, number, 'department_head', division, number, $5 from unnest($2::uuid[], $3::int[], $4::int[]) as seed (id, number, division)
        """;

    private const string InsertHoldings = """
        insert into core.holdings (company_id, id, position_id, user_id, is_temporary, training_percent, since)
        select $1, id, position, $5, temporary, 100, $6 from unnest($2::uuid[], $3::uuid[], $4::bool[]) as seed (id, position, temporary)
        """;

    private const string InsertWorkingDays = """
        insert into core.working_days (company_id, weekday) select $1, generate_series(1, 5)
        """;

    private const string InsertAudit = """
        insert into core.audit (company_id, id, at, user_id, position_id, act, after) values ($1, $2, $3, $4, $5, 'company.registered', $6::jsonb)
        """;

    public async Task InsertAsync(CompanyId id, NewCompany company, Founder founder, CancellationToken cancellationToken)
    {
        var departments = board.Departments;
        var numbers = departments.Select(department => department.Number).ToArray();
        var divisions = departments.Select(department => department.Division).ToArray();
        var positions = NewIds(founder.At, departments.Count);
        var temporary = numbers.Select(number => number != OrgBoard.OwnerNumber).ToArray();
        var owned = positions[Array.IndexOf(numbers, OrgBoard.OwnerNumber)];

        await database.UseCompanyAsync(id, cancellationToken);
        await database.CreateHostBatch()
            .Add(InsertCompany, Of(id.Value), Of(company.Name), Of(company.TimeZone), Of(company.Currency), Of(founder.Id.Value), Of(founder.At))
            .Add(InsertFounder, Of(id.Value), Of(founder.Id.Value), Of(founder.Name), Of(founder.At))
            .Add(InsertDivisions, Of(id.Value), Of(board.Divisions.Select(division => division.Number).ToArray()))
            .Add(InsertDepartments, Of(id.Value), Of(numbers), Of(divisions))
            .Add(InsertPositions, Of(id.Value), Of(positions), Of(numbers), Of(divisions), Of(founder.At))
            .Add(InsertHoldings, Of(id.Value), Of(NewIds(founder.At, positions.Length)), Of(positions), Of(temporary), Of(founder.Id.Value), Of(founder.At))
            .Add(InsertWorkingDays, Of(id.Value))
            .Add(InsertAudit, Of(id.Value), Of(Guid.CreateVersion7(founder.At)), Of(founder.At), Of(founder.Id.Value), Of(owned), Of(Describe(company)))
            .ExecuteAsync(cancellationToken);
    }

    private static string Describe(NewCompany company) => JsonSerializer.Serialize(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = company.Name,
            ["time_zone"] = company.TimeZone,
            ["currency"] = company.Currency,
        });

    private static Guid[] NewIds(DateTimeOffset at, int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7(at))];

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };
}

/// <summary>Who registers a company, and when.</summary>
internal sealed record Founder
{
    public required UserId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
