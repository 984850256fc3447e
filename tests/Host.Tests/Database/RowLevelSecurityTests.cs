using DrAivBot.Host.Database;
using DrAivBot.Testing;
using Npgsql;

namespace DrAivBot.Host.Tests.Database;

/// <summary>The pitfalls of row level security, each shown to be closed.</summary>
public sealed class RowLevelSecurityTests(PostgresFixture postgres)
{
    private const string Titles = "select string_agg(title, ',' order by title) from planner.events";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_module_sees_the_rows_of_the_turns_company_and_no_others()
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres);

        Assert.Equal("of A", await database.AsModuleAsync(PreparedDatabase.A, Titles));
        Assert.Equal("of B", await database.AsModuleAsync(PreparedDatabase.B, Titles));
    }

    [Fact]
    public async Task Without_a_company_there_are_no_rows_whether_the_setting_is_unset_or_empty()
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres, options: new PoolOptions { MinPoolSize = 0, MaxPoolSize = 1 });
        database.Access.Host.Clear();

        Assert.Equal(0L, await database.AsModuleAsync(null, "select count(*) from planner.events"));
        await database.AsModuleAsync(PreparedDatabase.A, "select 1");
        Assert.Equal("", await database.AsModuleAsync(null, "select current_setting('app.company_id', true)"));
        Assert.Equal(0L, await database.AsModuleAsync(null, "select count(*) from planner.events"));
    }

    [Theory]
    [InlineData("insert into planner.events values ('0198c000-0000-7000-8000-00000000000b', gen_random_uuid(), 'smuggled')")]
    [InlineData("update planner.events set company_id = '0198c000-0000-7000-8000-00000000000b'")]
    public async Task A_module_cannot_write_into_another_company(string sql)
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => database.AsModuleAsync(PreparedDatabase.A, sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Theory]
    [InlineData("delete from planner.events where title = 'of B'")]
    [InlineData("update planner.events set title = 'mine' where title = 'of B'")]
    public async Task A_module_does_not_reach_another_companys_rows(string sql)
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres);

        await database.AsModuleAsync(PreparedDatabase.A, sql);

        Assert.Equal("of A,of B", await database.AskAsync<string>(Titles));
    }

    [Fact]
    public async Task The_hosts_own_role_cannot_read_a_modules_rows()
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres);
        await using var connection = await database.Access.Host.OpenConnectionAsync(Cancellation);
        await using var command = new NpgsqlCommand(Titles, connection);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteScalarAsync(Cancellation));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Theory]
    [InlineData("select count(*) from other.things")]
    [InlineData("select count(*) from core.migrations")]
    [InlineData("create table planner.more (id int)")]
    [InlineData("truncate planner.events")]
    [InlineData("alter table planner.events disable row level security")]
    [InlineData("drop policy company on planner.events")]
    [InlineData("select core.isolate('planner.events')")]
    public async Task A_modules_role_has_no_right_beyond_the_rows_of_its_schema(string sql)
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres);
        await database.Runner.MigrateAsync(
            new MigrationTarget("other", "other",
                [new(1, "things", "create table other.things (company_id uuid primary key); select core.isolate('other.things')")]),
            Cancellation);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => database.AsModuleAsync(PreparedDatabase.A, sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_pool_hands_a_session_wide_setting_on_which_is_why_ours_end_with_the_transaction()
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres, options: new PoolOptions { MinPoolSize = 0, MaxPoolSize = 1 });
        await using (var careless = await database.Access.Host.OpenConnectionAsync(Cancellation))
        {
            await careless.RunAsync("select set_config('test.leak', 'leaked', false)", Cancellation);
        }

        await database.AsModuleAsync(PreparedDatabase.A, "select 1");
        await using var next = await database.Access.Host.OpenConnectionAsync(Cancellation);
        await using var command = new NpgsqlCommand(
            "select current_setting('test.leak', true) || ' ' || coalesce(nullif(current_setting('app.company_id', true), ''), 'nobody') "
            + "|| ' ' || (current_user = session_user)",
            next);

        Assert.Equal("leaked nobody true", await command.ExecuteScalarAsync(Cancellation));
    }

    [Fact]
    public async Task A_foreign_key_with_the_company_tells_nothing_of_another_and_cascades_to_none()
    {
        await using var database = await PreparedDatabase.WithEventsAsync(
            postgres,
            """
            create table planner.notes (
                company_id uuid not null, event_id uuid not null, text text, primary key (company_id, event_id),
                foreign key (company_id, event_id) references planner.events on delete cascade);
            select core.isolate('planner.notes');
            """);
        var ofB = await database.AskAsync<Guid>("select id from planner.events where title = 'of B'");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => database.AsModuleAsync(
            PreparedDatabase.A, $"insert into planner.notes values ('{PreparedDatabase.A}', '{ofB}', 'x')"));
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, refused.SqlState);

        await database.AsModuleAsync(PreparedDatabase.A, $"insert into planner.events values ('{PreparedDatabase.A}', '{ofB}', 'same id')");
        await database.AsModuleAsync(PreparedDatabase.B, $"insert into planner.notes values ('{PreparedDatabase.B}', '{ofB}', 'kept')");
        await database.AsModuleAsync(PreparedDatabase.A, $"delete from planner.events where id = '{ofB}'");
        Assert.Equal("kept", await database.AskAsync<string>("select text from planner.notes"));
    }

    [Fact]
    public async Task A_view_shows_what_its_reader_may_see()
    {
        await using var database = await PreparedDatabase.WithEventsAsync(
            postgres, "create view planner.v with (security_invoker = true) as select * from planner.events;");

        Assert.Equal("of A", await database.AsModuleAsync(PreparedDatabase.A, "select string_agg(title, ',') from planner.v"));
    }

    [Fact]
    public async Task A_definer_function_is_not_hijacked_through_temporary_objects()
    {
        await using var database = await PreparedDatabase.WithEventsAsync(
            postgres,
            """
            create function planner.last_title() returns text language plpgsql stable security definer set search_path = planner, pg_temp
            as $$ begin return (select max(title) from events); end $$;
            """);
        await using var turn = await TurnDatabase.OpenAsync(database.Access, Cancellation);
        await turn.UseCompanyAsync(PreparedDatabase.A, Cancellation);
        var connection = await turn.AsModuleAsync("planner", Cancellation);
        await connection.RunAsync(
            "create temp table events (title text); insert into pg_temp.events values ('hijacked'); grant select on pg_temp.events to public", Cancellation);
        await using var command = new NpgsqlCommand("select planner.last_title()", connection);

        Assert.Equal("of A", await command.ExecuteScalarAsync(Cancellation));
    }

    [Fact]
    public async Task A_prepared_plan_serves_each_company_its_own_rows()
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres, options: new PoolOptions { MinPoolSize = 0, MaxPoolSize = 1 });
        const string mine = "select string_agg(title, ',') from planner.events where company_id = core.company_id()";
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal("of A", await database.AsModuleAsync(PreparedDatabase.A, mine));
            Assert.Equal("of B", await database.AsModuleAsync(PreparedDatabase.B, mine));
        }
    }

    [Fact]
    public async Task Row_level_security_uses_the_index_that_begins_with_the_company()
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres, "create index events_title on planner.events (company_id, title);");
        await database.AskAsync<string>(
            "insert into planner.events select gen_random_uuid(), gen_random_uuid(), 't' || n from generate_series(1, 5000) n; analyze planner.events; select ''");

        await using var turn = await TurnDatabase.OpenAsync(database.Access, Cancellation);
        await turn.UseCompanyAsync(PreparedDatabase.A, Cancellation);
        await using var command = new NpgsqlCommand(
            "explain (costs off) select id from planner.events where title = 'of A'", await turn.AsModuleAsync("planner", Cancellation));
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var plan = new List<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            plan.Add(reader.GetString(0));
        }

        Assert.Contains(plan, line => line.Contains("events_title", StringComparison.Ordinal));
    }
}
