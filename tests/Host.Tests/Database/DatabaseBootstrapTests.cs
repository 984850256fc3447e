using DrAivBot.Host.Database;
using DrAivBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DrAivBot.Host.Tests.Database;

public sealed class DatabaseBootstrapTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_hosts_login_owns_nothing_and_bypasses_nothing()
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);
        var host = database.Access.Roles.Host;

        Assert.True(await database.AskAsync<bool>(
            $"""
            select rolcanlogin and not (rolinherit or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
            from pg_roles where rolname = '{host}'
            """));
        Assert.Equal(0, await database.AskAsync<long>($"select count(*) from pg_class where pg_get_userbyid(relowner) = '{host}'"));
        Assert.Equal(0, await database.AskAsync<long>($"select count(*) from pg_namespace where pg_get_userbyid(nspowner) = '{host}'"));
        Assert.Equal(
            "nologin nologin nologin nologin",
            await database.AskAsync<string>(
                $"""
                select string_agg(case when rolcanlogin or rolsuper or rolbypassrls then rolname else 'nologin' end, ' ')
                from pg_roles where rolname = any(array['{database.Access.Roles.Owner}', '{database.Access.Roles.Definer}',
                    '{database.Access.Roles.Modules}', '{database.Access.Roles.ModuleOwners}'])
                """));
    }

    [Fact]
    public async Task The_running_host_is_logged_in_as_its_own_role_with_its_own_pool()
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres, new PoolOptions { MinPoolSize = 1, MaxPoolSize = 7 });
        await using var connection = await database.Access.Host.OpenConnectionAsync(Cancellation);
        await using var command = new NpgsqlCommand(
            "select session_user || ' ' || current_setting('search_path') || ' ' || current_setting('statement_timeout')", connection);

        Assert.Equal($"{database.Access.Roles.Host} pg_catalog, pg_temp 30s", await command.ExecuteScalarAsync(Cancellation));
        var pool = new NpgsqlConnectionStringBuilder(database.Access.Host.ConnectionString);
        Assert.Equal((1, 5, 30, 3600), (pool.MinPoolSize, pool.MaxPoolSize, pool.Timeout, pool.ConnectionLifetime));
        var jobs = new NpgsqlConnectionStringBuilder(database.Access.Jobs.ConnectionString);
        Assert.Equal((0, 2, database.Access.Roles.Host), (jobs.MinPoolSize, jobs.MaxPoolSize, jobs.Username));
        Assert.True(pool is { NoResetOnClose: true, Multiplexing: false, IncludeErrorDetail: false, MaxAutoPrepare: > 0 });
    }

    [Fact]
    public async Task Nobody_creates_anything_in_schema_public()
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);

        Assert.False(await database.AskAsync<bool>("select has_schema_privilege('public', 'public', 'create, usage')"));
    }

    [Fact]
    public async Task Hosts_that_start_at_once_on_one_database_agree()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancellation);
        await EnsureAllAsync(Enumerable.Repeat(database.ConnectionString, 6));
    }

    [Fact]
    public async Task Databases_of_one_server_are_prepared_at_once()
    {
        await using var first = await postgres.CreateDatabaseAsync(Cancellation);
        await using var second = await postgres.CreateDatabaseAsync(Cancellation);
        await using var third = await postgres.CreateDatabaseAsync(Cancellation);
        string[] all = [first.ConnectionString, second.ConnectionString, third.ConnectionString];
        await EnsureAllAsync([.. all, .. all]);
    }

    [Fact]
    public async Task A_login_without_rights_is_told_what_to_run()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancellation);
        var login = await CreateLoginAsync(database.ConnectionString, "");

        var refusal = await Assert.ThrowsAsync<DatabaseSetupException>(() => EnsureAsync(As(database.ConnectionString, login)));

        Assert.Contains($"alter role \"{login}\" createrole", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"owner to \"{login}\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_of_the_database_who_may_create_roles_is_enough_for_everything()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancellation);
        var login = await CreateLoginAsync(database.ConnectionString, "createrole");
        await RunAsync(database.ConnectionString, $"alter database {DatabaseName(database)} owner to {login}");

        await using var access = await EnsureAsync(As(database.ConnectionString, login));
        var runner = new MigrationRunner(access, NullLogger<MigrationRunner>.Instance);
        await runner.MigrateAsync(PreparedDatabase.Core(), Cancellation);
        Assert.Single(await runner.MigrateAsync(PreparedDatabase.Planner(PreparedDatabase.Events), Cancellation));
        Assert.Empty(await runner.MigrateAsync(PreparedDatabase.Planner(PreparedDatabase.Events), Cancellation));
    }

    [Fact]
    public async Task A_hosts_login_that_was_given_too_much_is_refused()
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);
        await RunAsync(database.ConnectionString, $"alter role {database.Access.Roles.Host} bypassrls");

        var refusal = await Assert.ThrowsAsync<DatabaseSetupException>(() => EnsureAsync(database.ConnectionString));

        Assert.Contains("nobypassrls", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_said_in_words()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancellation);
        var elsewhere = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "nowhere" }.ConnectionString;

        var refusal = await Assert.ThrowsAsync<DatabaseSetupException>(() => EnsureAsync(elsewhere));

        Assert.Contains("Database__ConnectionString", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_server_is_refused_in_words()
    {
        var facts = new ServerFacts
        {
            Database = "d",
            Login = "l",
            Version = 140011,
            IsSuperuser = true,
            MayCreateRoles = true,
            MayCreateSchemas = true,
        };

        Assert.Contains("PostgreSQL 14.11", Assert.Throws<DatabaseSetupException>(facts.Check).Message, StringComparison.Ordinal);
        (facts with { Version = 150000 }).Check();
    }

    [Fact]
    public void The_hosts_password_follows_from_the_given_one_and_the_database()
    {
        string? Password(string given, string database, string? configured = null) => new HostLogin(
            new NpgsqlConnectionStringBuilder(given), database, new DatabaseRoles(database), new PoolOptions { HostPassword = configured }).Password;

        Assert.Equal(Password("Password=secret", "a"), Password("Host=other;Password=secret", "a"));
        Assert.NotEqual(Password("Password=secret", "a"), Password("Password=secret", "b"));
        Assert.DoesNotContain("secret", Password("Password=secret", "a")!, StringComparison.Ordinal);
        Assert.Null(Password("Host=/run/postgresql", "a"));
        Assert.Equal("mine", Password("Password=secret", "a", "mine"));
    }

    [Fact]
    public void Names_of_roles_fit_and_stay_apart()
    {
        var longNamed = new DatabaseRoles(new string('d', 63));
        var module = new string('m', 30);

        Assert.Equal("bot_host", new DatabaseRoles("bot").Host);
        Assert.True(longNamed.Module(module).Length <= 63);
        Assert.NotEqual(longNamed.Module(module), new DatabaseRoles(new string('d', 62) + "x").Module(module));
        Assert.NotEqual(longNamed.Module(module), longNamed.ModuleOwner(module));
    }

    private static async Task EnsureAllAsync(IEnumerable<string> connectionStrings)
    {
        var all = await Task.WhenAll(connectionStrings.Select(c => Task.Run(() => EnsureAsync(c), Cancellation)));
        foreach (var access in all)
        {
            await access.DisposeAsync();
        }
    }

    private static Task<DatabaseAccess> EnsureAsync(string connectionString) => DatabaseBootstrap.EnsureAsync(
        connectionString, new PoolOptions { MinPoolSize = 0 }, NullLogger.Instance, Cancellation);

    private static string DatabaseName(TestDatabase database) =>
        new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!;

    private static string As(string connectionString, string login) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Username = login }.ConnectionString;

    private static async Task<string> CreateLoginAsync(string connectionString, string attributes)
    {
        var login = $"login_{Guid.CreateVersion7():n}";
        await RunAsync(connectionString, $"create role {login} login {attributes}");
        return login;
    }

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancellation);
        await connection.RunAsync(sql, Cancellation);
    }
}
