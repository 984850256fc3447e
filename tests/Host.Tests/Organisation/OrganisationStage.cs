using DrAivBot.Host.Database;
using DrAivBot.Host.Organisation;
using DrAivBot.Organisation;
using DrAivBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace DrAivBot.Host.Tests.Organisation;

/// <summary>A database with the core's tables, in which people act, a transaction each time.</summary>
internal sealed class OrganisationStage : IAsyncDisposable
{
    private static readonly OrgBoard Board = OrgBoard.Load();

    private readonly TestDatabase _database;
    private readonly DatabaseAccess _access;

    private OrganisationStage(TestDatabase database, DatabaseAccess access)
    {
        _database = database;
        _access = access;
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<OrganisationStage> OpenAsync(PostgresFixture postgres)
    {
        var database = await postgres.CreateDatabaseAsync(Cancellation);
        var access = await DatabaseBootstrap.EnsureAsync(database.ConnectionString, new PoolOptions(), NullLogger.Instance, Cancellation);
        var scripts = MigrationScripts.FromAssembly(typeof(OrgBoard).Assembly, "Migrations");
        var runner = new MigrationRunner(access, NullLogger<MigrationRunner>.Instance);
        await runner.MigrateAsync(new MigrationTarget("core", MigrationTarget.Core, scripts), Cancellation);
        return new(database, access);
    }

    public async ValueTask DisposeAsync()
    {
        await _access.DisposeAsync();
        await _database.DisposeAsync();
    }

    public OrganisationStage WithOwnClock() => new(_database, _access);

    public Task<CompanyId> RegisterAsync(Person founder, string name = "Северный ветер", string timeZone = "Asia/Almaty") =>
        ActAsync(founder, company: null, organisation => organisation.RegisterCompanyAsync(
            new() { Name = name, TimeZone = timeZone, Currency = "KZT" }, Cancellation));

    /// <summary>Acts in a company that the person may act in: which one that is, the host finds out before.</summary>
    public async Task<T> ActAsync<T>(Person person, CompanyId? company, Func<IOrganisation, Task<T>> act)
    {
        await using var database = await TurnDatabase.OpenAsync(_access, Cancellation);
        var active = new ActiveCompany
        {
            Member = company is { } id ? new() { CompanyId = id, CompanyName = "?", Role = CompanyRoles.Employee } : null,
        };
        await database.UseCompanyAsync(company, Cancellation);
        var result = await act(Organisation(person, database, active));
        await database.CommitAsync(Cancellation);
        return result;
    }

    /// <summary>Uses one of the other services of the organisation, in a transaction of its own.</summary>
    public async Task<T> InAsync<T>(Person person, CompanyId? company, Func<OrganisationWork, Task<T>> act)
    {
        await using var database = await TurnDatabase.OpenAsync(_access, Cancellation);
        await database.UseCompanyAsync(company, Cancellation);
        var result = await act(Work(person, database, company));
        await database.CommitAsync(Cancellation);
        return result;
    }

    public OrganisationWork Work(Person person, TurnDatabase database, CompanyId? company) => new(
        database,
        new() { User = person.Id, UserName = person.Name, Language = person.Language, StartedAt = Time.GetUtcNow() },
        Board,
        new() { Member = company is { } id ? new() { CompanyId = id, CompanyName = "?", Role = CompanyRoles.Employee } : null },
        new());

    /// <summary>Makes somebody a member who holds a position for good; 0 for none.</summary>
    public async Task<Person> HireAsync(CompanyId company, string name, int position = 0)
    {
        var person = Person.Named(name);
        await JoinAsync(company, person, Time.GetUtcNow());
        if (position > 0)
        {
            await AppointAsync(company, position, person);
        }

        return person;
    }

    public async Task<PositionId> PostAsync(CompanyId company, int number) =>
        new(await PeekAsync<Guid>("select id from core.positions where company_id = $1 and number = $2", company.Value, number));

    /// <summary>Gives a module a schema with tasks that wait at positions.</summary>
    public async Task<ModuleItems> AddTasksAsync(string module)
    {
        var script = new MigrationScript(1, "tasks",
            $"""
            create table {module}.tasks (company_id uuid not null, id uuid not null, position_id uuid not null, primary key (company_id, id));
            select core.isolate('{module}.tasks');
            """);
        await new MigrationRunner(_access, NullLogger<MigrationRunner>.Instance).MigrateAsync(new MigrationTarget(module, module, [script]), Cancellation);
        return new(module, new()
        {
            Count = $"select count(*) from {module}.tasks where position_id = $1",
            HandOver = $"update {module}.tasks set position_id = $2 where position_id = $1",
        });
    }

    /// <summary>Whether a company's audit has an act.</summary>
    public Task<bool> HasActAsync(CompanyId company, string act) =>
        PeekAsync<bool>("select exists (select from core.audit where company_id = $1 and act = $2)", company.Value, act);

    public Task<TurnDatabase> OpenTurnAsync() => TurnDatabase.OpenAsync(_access, Cancellation);

    public IOrganisation Organisation(Person person, TurnDatabase database, ActiveCompany active) =>
        new TurnOrganisation(
            new(database, new() { User = person.Id, UserName = person.Name, Language = person.Language, StartedAt = Time.GetUtcNow() }, Board, active, new()));

    /// <summary>Makes somebody a member.</summary>
    public Task JoinAsync(CompanyId company, Person person, DateTimeOffset at) => ArrangeAsync(
        "insert into core.members (company_id, user_id, name, joined_at) values ($1, $2, $3, $4)", company.Value, person.Id.Value, person.Name, at);

    /// <summary>Gives a position to a member for good, ending whatever was before.</summary>
    public async Task AppointAsync(CompanyId company, int position, Person person)
    {
        var now = Time.GetUtcNow();
        await VacateAsync(company, position);
        await ArrangeAsync(
            """
            insert into core.holdings (company_id, id, position_id, user_id, since)
            select company_id, $3, id, $4, $5 from core.positions where company_id = $1 and number = $2
            """,
            company.Value, position, Guid.CreateVersion7(now), person.Id.Value, now);
    }

    public Task VacateAsync(CompanyId company, int position) => ArrangeAsync(
        """
        update core.holdings h set until = $3 from core.positions p
        where p.company_id = $1 and p.number = $2 and h.company_id = p.company_id and h.position_id = p.id and h.until is null
        """,
        company.Value, position, Time.GetUtcNow());

    /// <summary>Runs SQL as the superuser, past row level security.</summary>
    public async Task ArrangeAsync(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>Reads one value as the superuser, past row level security.</summary>
    public async Task<T?> PeekAsync<T>(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = Command(connection, sql, values);
        return await command.ExecuteScalarAsync(Cancellation) is T value ? value : default;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
