using DrAivBot.Host.Database;
using DrAivBot.Testing;
using Npgsql;

namespace DrAivBot.Host.Tests.Database;

public sealed class MigrationRunnerTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scripts_are_applied_once_and_in_order()
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);
        string[] scripts = [PreparedDatabase.Events, "alter table planner.events add place text"];

        Assert.Equal([1, 2], (await database.MigrateAsync(scripts)).Select(script => script.Number));
        Assert.Empty(await database.MigrateAsync(scripts));
        Assert.Equal([3], (await database.MigrateAsync([.. scripts, "alter table planner.events add url text"])).Select(s => s.Number));
        Assert.Equal(3, await database.AskAsync<long>("select count(*) from core.migrations where owner = 'planner'"));
    }

    [Fact]
    public async Task Runners_that_start_at_once_take_turns()
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);

        var applied = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => database.MigrateAsync(PreparedDatabase.Events)));

        Assert.Equal(1, applied.Sum(scripts => scripts.Count));
    }

    [Fact]
    public async Task A_changed_file_is_refused_and_line_ends_are_no_change()
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);
        await database.MigrateAsync(PreparedDatabase.Events);

        Assert.Empty(await database.MigrateAsync(PreparedDatabase.Events.ReplaceLineEndings("\r\n")));
        Assert.Contains("planner/0001_step1.sql was changed", await database.RefusalAsync(PreparedDatabase.Events + " "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_ahead_of_an_older_version_is_served()
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);
        await database.MigrateAsync(PreparedDatabase.Events, "alter table planner.events add place text");

        Assert.Empty(await database.MigrateAsync(PreparedDatabase.Events));
    }

    [Theory]
    [InlineData(new[] { 1, 3 }, "number 0002 is missing")]
    [InlineData(new[] { 2 }, "number 0001 is missing")]
    [InlineData(new[] { 1, 2, 2 }, "have the same number")]
    public void Numbers_that_do_not_count_are_refused(int[] numbers, string reason)
    {
        var target = new MigrationTarget("m", "m", [.. numbers.Select(n => new MigrationScript(n, "x", "select 1"))]);

        Assert.Contains(reason, Assert.Throws<MigrationRefusedException>(() => MigrationPlan.Pending(target, [])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_older_than_the_last_applied_is_refused()
    {
        var target = new MigrationTarget("m", "m", [.. Enumerable.Range(1, 3).Select(n => new MigrationScript(n, "x", "select 1"))]);
        AppliedMigration Applied(int number) => new(number, "x", target.Scripts[0].Checksum, DateTime.UnixEpoch);

        var refusal = Assert.Throws<MigrationRefusedException>(() => MigrationPlan.Pending(target, [Applied(1), Applied(3)]));

        Assert.Contains("m/0002_x.sql is older", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_first_script_leaves_no_trace()
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);

        await database.RefusalAsync("create table planner.bad (id int); create sequence planner.numbers;");

        await AssertNoTraceAsync(database);
    }

    [Fact]
    public async Task Scripts_before_a_refused_one_remain()
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);

        var refusal = await database.RefusalAsync(PreparedDatabase.Events, "create table planner.bad (id int)");

        Assert.Contains("planner/0002_step2.sql", refusal, StringComparison.Ordinal);
        Assert.True(await database.AskAsync<bool>(
            "select to_regclass('planner.events') is not null and to_regclass('planner.bad') is null"));
        Assert.Single(await database.MigrateAsync(PreparedDatabase.Events, "alter table planner.events add place text"));
    }

    [Theory]
    [InlineData("create table planner.a (id int);\n\nselect oops\n  from nowhere;", "line 4", "42P01")]
    [InlineData("/* ; */\ncreate table planner.a (id int);\ncreate table planner.a (id text);", "line 3, in «create table planner.a (id text)»", "42P07")]
    [InlineData("creat table planner.a (id int)", "line 1", "42601")]
    public async Task PostgreSQLs_error_comes_with_file_line_and_code(string sql, string place, string code)
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);

        var refusal = await database.RefusalAsync(sql);

        Assert.Contains("planner/0001_step1.sql", refusal, StringComparison.Ordinal);
        Assert.Contains(place, refusal, StringComparison.Ordinal);
        Assert.Contains(code, refusal, StringComparison.Ordinal);
        await AssertNoTraceAsync(database);
    }

    [Fact]
    public async Task An_error_shows_no_data()
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);

        var refusal = await database.RefusalAsync(
            "create table planner.a (secret text primary key); insert into planner.a values ('hunter2'), ('hunter2')");

        Assert.DoesNotContain("(hunter2)", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("create table core.mine (id int)")]
    [InlineData("alter table core.migrations add mine int")]
    [InlineData("drop function core.isolate(text)")]
    [InlineData("drop schema other cascade")]
    [InlineData("create table other.mine (id int)")]
    [InlineData("delete from core.migrations")]
    [InlineData("create table public.mine (id int)")]
    [InlineData("create schema mine")]
    [InlineData("reset role; create table core.mine (id int)")]
    [InlineData("set role none")]
    [InlineData("set session authorization default")]
    [InlineData("do $$ begin perform set_config('role', 'none', false); end $$")]
    [InlineData("create role mine superuser")]
    [InlineData("commit; create table core.mine (id int)")]
    [InlineData("do $$ begin commit; end $$")]
    [InlineData("drop function planner.apply_migration(text[]); reset role; create table core.mine (id int)")]
    public async Task A_modules_migration_reaches_nothing_but_its_schema(string sql)
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);
        await database.Runner.MigrateAsync(new MigrationTarget("other", "other", []), Cancellation);

        await database.RefusalAsync(sql);

        Assert.False(await database.AskAsync<bool>("select to_regclass('core.mine') is not null or to_regclass('other.mine') is not null"));
        Assert.True(await database.AskAsync<bool>("select exists (select from pg_namespace where nspname = 'other')"));
        await AssertNoTraceAsync(database);
    }

    [Fact]
    public async Task A_deferred_trigger_does_not_run_with_the_rights_of_the_configured_login()
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);

        var refusal = await database.RefusalAsync(
            PreparedDatabase.Events +
            """
            create function planner.escape() returns trigger language plpgsql as
            $$ begin create table core.mine (id int); return null; end $$;
            create constraint trigger escape after insert on planner.events deferrable initially deferred
            for each row execute function planner.escape();
            set app.company_id = '0198c000-0000-7000-8000-00000000000a';
            insert into planner.events values ('0198c000-0000-7000-8000-00000000000a', gen_random_uuid(), 'x');
            """);

        Assert.Contains("42501", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_killed_in_the_middle_of_a_migration_leaves_nothing()
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);
        var migration = database.MigrateAsync(PreparedDatabase.Events + "select pg_sleep(60)");

        while (await database.AskAsync<long>(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'") == 0)
        {
            await Task.Yield();
        }

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => migration);
        await AssertNoTraceAsync(database);
        Assert.Single(await database.MigrateAsync(PreparedDatabase.Events));
    }

    [Fact]
    public async Task An_index_is_built_while_the_table_is_in_use_in_a_marked_file()
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres);
        const string index = "-- no transaction\ncreate index concurrently if not exists events_title on planner.events (company_id, title);";

        var applied = await Task.WhenAll(
            database.MigrateAsync(PreparedDatabase.Events, index), database.MigrateAsync(PreparedDatabase.Events, index));

        Assert.Equal(1, applied.Sum(scripts => scripts.Count));
        Assert.True(await database.AskAsync<bool>("select indisvalid from pg_index where indexrelid = 'planner.events_title'::regclass"));
    }

    [Theory]
    [InlineData("create index concurrently if not exists events_title on planner.events (title)", "does not begin with company_id")]
    [InlineData("create index concurrently if not exists a on planner.events (company_id); create index concurrently if not exists b on planner.events (nothing)", "42703")]
    [InlineData("create table planner.more (id int)", "may hold only")]
    public async Task A_refused_marked_file_leaves_no_index(string sql, string reason)
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres);

        Assert.Contains(reason, await database.RefusalAsync(PreparedDatabase.Events, "-- no transaction\n" + sql), StringComparison.Ordinal);

        Assert.Equal(1, await database.AskAsync<long>("select count(*) from pg_indexes where schemaname = 'planner'"));
        Assert.Equal(1, await database.AskAsync<long>("select count(*) from core.migrations where owner = 'planner'"));
    }

    [Fact]
    public async Task A_module_without_scripts_gets_its_role()
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);

        await database.MigrateAsync();

        Assert.Equal(1, await database.AsModuleAsync(null, "select 1"));
    }

    /// <summary>A grant makes every connection plan all its statements anew, even of what was granted before.</summary>
    [Fact]
    public async Task A_module_that_is_loaded_again_changes_nothing_in_the_catalogue_and_gets_back_what_it_lost()
    {
        const string Versions =
            """
            select (select xmin from pg_namespace where nspname = 'planner')::text
                || (select string_agg(xmin::text, ',' order by oid) from pg_class where relnamespace = 'planner'::regnamespace)
                || (select string_agg(xmin::text, ',' order by oid) from pg_proc where pronamespace = 'planner'::regnamespace)
            """;
        string[] scripts = [PreparedDatabase.Events, "create sequence planner.numbers", "create function planner.one() returns int language sql as 'select 1'"];
        await using var database = await PreparedDatabase.CreateAsync(postgres);
        await database.MigrateAsync(scripts);
        var before = await database.AskAsync<string>(Versions);

        await database.MigrateAsync(scripts);

        Assert.Equal(before, await database.AskAsync<string>(Versions));
        var role = DatabaseRoles.Quote(database.Access.Roles.Module("planner"));
        foreach (var lost in new[] { "usage on schema planner", "update on planner.events", "usage on sequence planner.numbers", "execute on function planner.one()" })
        {
            await database.AskAsync<object>($"revoke {lost} from {role}; select 1");
            Assert.NotEqual(before, await database.AskAsync<string>(Versions));

            await database.MigrateAsync(scripts);

            Assert.Equal(1, await database.AsModuleAsync(PreparedDatabase.A, "update planner.events set title = title; select nextval('planner.numbers')::int * 0 + planner.one()"));
        }
    }

    private static async Task AssertNoTraceAsync(PreparedDatabase database)
    {
        Assert.Equal(0, await database.AskAsync<long>(
            $"""
            select (select count(*) from pg_namespace where nspname = 'planner')
                 + (select count(*) from core.migrations where owner = 'planner')
                 + (select count(*) from pg_roles where rolname in (
                    '{database.Access.Roles.Module("planner")}', '{database.Access.Roles.ModuleOwner("planner")}'))
            """));
    }
}
