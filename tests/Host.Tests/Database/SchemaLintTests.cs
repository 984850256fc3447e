using DrAivBot.Host.Database;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Database;

public sealed class SchemaLintTests(PostgresFixture postgres)
{
    private const string T = "create table planner.t (company_id uuid not null, id uuid not null, day date, name text, primary key (company_id, id)); select core.isolate('planner.t');\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("create table planner.x (id uuid primary key); alter table planner.x enable row level security", "planner.x has no column company_id")]
    [InlineData("create table planner.x (company_id text not null, primary key (company_id))", "planner.x has no column company_id uuid not null")]
    [InlineData("create table planner.x (company_id uuid, id uuid, unique (company_id, id))", "planner.x has no column company_id uuid not null")]
    [InlineData("create table planner.x (company_id uuid not null, id uuid, primary key (company_id, id))", "planner.x has no row level security enabled")]
    [InlineData(T + "alter table planner.t no force row level security", "planner.t has no row level security forced on its owner")]
    [InlineData(T + "drop policy company on planner.t", "planner.t does not have the policy of the house")]
    [InlineData(T + "alter policy company on planner.t using (company_id = current_setting('app.company_id')::uuid)", "planner.t does not have the policy of the house")]
    [InlineData(T + "alter policy company on planner.t with check (true)", "planner.t does not have the policy of the house")]
    [InlineData(T + "create policy more on planner.t using (name = 'shared')", "Policy more on planner.t lets through")]
    [InlineData("create table planner.x (company_id uuid not null); select core.isolate('planner.x')", "planner.x has no primary key")]
    [InlineData("create table planner.x (company_id uuid not null, id uuid primary key); select core.isolate('planner.x')", "Index planner.x_pkey on planner.x is a primary key that does not begin")]
    [InlineData("create table planner.x (company_id uuid not null, id uuid, primary key (id, company_id)); select core.isolate('planner.x')", "Index planner.x_pkey on planner.x is a primary key that does not begin")]
    [InlineData(T + "alter table planner.t add unique (name)", "is unique across companies")]
    [InlineData(T + "create unique index on planner.t (lower(name), company_id)", "is unique across companies")]
    [InlineData(T + "create index on planner.t (day)", "does not begin with company_id and goes unused")]
    [InlineData(T + "alter table planner.t add exclude using btree (name with =)", "is unique across companies")]
    [InlineData(T + "alter table planner.t add unique (company_id, day, id); alter table planner.t add parent uuid, add foreign key (parent, company_id) references planner.t (id, company_id)", "does not begin with company_id on both sides")]
    [InlineData(T + "alter table planner.t add parent uuid, add foreign key (company_id, parent) references planner.t on delete set null", "sets company_id to null")]
    [InlineData(T + "create view planner.v as select * from planner.t", "View planner.v runs with the rights of its owner")]
    [InlineData(T + "create materialized view planner.v as select * from planner.t", "Materialized view planner.v")]
    [InlineData(T + "create rule r as on delete to planner.t do instead nothing", "Rule r on planner.t")]
    [InlineData(T + "create table planner.c () inherits (planner.t)", "is partitioned or inherits")]
    [InlineData("create table planner.p (company_id uuid not null, id uuid not null, primary key (company_id, id)) partition by hash (company_id); select core.isolate('planner.p')", "planner.p is partitioned or inherits")]
    [InlineData("create unlogged table planner.x (company_id uuid not null, id uuid, primary key (company_id, id)); select core.isolate('planner.x')", "planner.x is unlogged")]
    [InlineData("create function planner.f() returns int language sql security definer as 'select 1'", "f() is SECURITY DEFINER without a search_path")]
    [InlineData("create function planner.f() returns int language sql security definer set search_path = pg_temp, planner as 'select 1'", "f() is SECURITY DEFINER without a search_path")]
    [InlineData("create function planner.f() returns int language sql security definer set search_path = planner, pg_temp as 'select 1'; grant execute on function planner.f() to public", "f() is SECURITY DEFINER and everyone may call it")]
    [InlineData("create function planner.f() returns uuid language sql immutable as $$select current_setting('app.company_id', true)::uuid$$", "reads app.company_id but is declared IMMUTABLE")]
    [InlineData("create function planner.f() returns uuid language sql immutable as 'select core.company_id()'", "reads app.company_id but is declared IMMUTABLE")]
    [InlineData("create function planner.f() returns text language sql as $$select set_config('app.company_id', '', true)$$", "changes the company")]
    [InlineData("create function planner.f() returns int language sql set app.company_id = '' as 'select 1'", "permission denied to set parameter")]
    [InlineData("create function planner.f() returns int language sql set row_security = off as 'select 1'", "changes the company")]
    [InlineData("create function planner.f() returns int language plpgsql as $$begin set local role none; return 1; end$$", "changes the company")]
    [InlineData(T + "grant select on planner.t to public", "PUBLIC has the right SELECT on table planner.t")]
    [InlineData(T + "grant select (name) on planner.t to public", "PUBLIC has the right SELECT on column planner.t.name")]
    [InlineData("grant usage on schema planner to public", "PUBLIC has the right USAGE on schema planner")]
    [InlineData("create function planner.f() returns int language sql as 'select 1'; grant execute on function planner.f() to public", "PUBLIC has the right EXECUTE on function")]
    [InlineData("alter default privileges in schema planner grant select on tables to public", "PUBLIC has the right SELECT on default privileges")]
    public async Task What_would_mix_companies_is_refused_with_its_cure(string sql, string sentence)
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);

        Assert.Contains(sentence, await database.RefusalAsync(sql), StringComparison.Ordinal);

        Assert.False(await database.AskAsync<bool>("select exists (select from pg_namespace where nspname = 'planner')"));
    }

    [Fact]
    public async Task A_foreign_key_without_the_company_is_refused()
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);

        var refusal = await database.RefusalAsync(
            T + "alter table planner.t add unique (id); alter table planner.t add parent uuid, add constraint up foreign key (parent) references planner.t (id)");

        Assert.Contains("Foreign key up on planner.t does not begin with company_id on both sides", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_findings_are_told_at_once()
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);

        var refusal = await database.RefusalAsync(
            T + "create index on planner.t (day); create view planner.v as select * from planner.t; create table planner.x (id int)");

        Assert.Contains("goes unused", refusal, StringComparison.Ordinal);
        Assert.Contains("View planner.v", refusal, StringComparison.Ordinal);
        Assert.Contains("planner.x has no column company_id", refusal, StringComparison.Ordinal);
        Assert.Contains("planner.x has no row level security", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sound_schema_with_every_allowed_part_passes()
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);

        Assert.Single(await database.MigrateAsync(
            T +
            """
            create table planner.u (
                company_id uuid not null default core.company_id(), id uuid not null, t uuid, number int generated always as identity,
                primary key (company_id, id), unique (company_id, t),
                foreign key (company_id, t) references planner.t on delete set null (t));
            create index on planner.u (company_id, number);
            create sequence planner.numbers;
            create view planner.v with (security_invoker = true) as select * from planner.t;
            select core.isolate('planner.u');
            create policy narrow on planner.u as restrictive using (number > 0);
            create function planner.f() returns bigint language sql stable security definer set search_path = planner, pg_temp
                begin atomic; select count(*) from planner.t where company_id = core.company_id(); end;
            create function planner.change() returns trigger language plpgsql as
                $$ begin update planner.u set role = '' where false; return new; exception when others then return new; end $$;
            create trigger change before update on planner.t for each row execute function planner.change();
            """));
        Assert.Equal(0L, await database.AsModuleAsync(PreparedDatabase.A, "select planner.f()"));
    }

    [Fact]
    public async Task What_was_changed_by_hand_is_found_at_the_next_start()
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres);
        await database.AskAsync<string>("alter table planner.events disable row level security; select ''");

        Assert.Contains("was changed since its last migration", await database.RefusalAsync(PreparedDatabase.Events), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("create table core.queue (id int); grant select on core.queue to {{modules}}", "core.queue, which holds no company's rows but the host's own, is open to modules")]
    [InlineData("create table core.queue (id int); grant references on core.queue to {{module_owners}}", "core.queue, which holds no company's rows but the host's own, is open to modules")]
    [InlineData("create function core.f() returns int language sql security definer set search_path = pg_catalog, pg_temp as 'select 1'", "belongs to the owner of core")]
    [InlineData("create table core.c (company_id uuid primary key); select core.isolate('core.c'); create policy all_of_it on core.c to {{host}} using (true)", "Policy all_of_it on core.c lets through")]
    [InlineData("create table core.c (company_id uuid primary key); select core.isolate('core.c'); grant truncate on core.c to {{modules}}", "TRUNCATE on table core.c")]
    public async Task Core_is_held_to_its_own_rules(string sql, string sentence)
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);

        var refusal = await Assert.ThrowsAsync<MigrationRefusedException>(
            () => database.Runner.MigrateAsync(PreparedDatabase.Core(sql), Cancellation));

        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Core_may_have_host_tables_and_narrow_functions_across_companies_and_modules_may_refer_to_it()
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres);
        await database.Runner.MigrateAsync(
            PreparedDatabase.Core(
                """
                create table core.people (id uuid primary key);
                grant select, insert, update on core.people to {{host}};
                create table core.staff (
                    company_id uuid not null, id uuid not null references core.people, primary key (company_id, id));
                create index on core.staff (id);
                select core.isolate('core.staff');
                create policy of_everyone on core.staff for select to {{definer}} using (true);
                grant select on core.staff to {{definer}}, {{modules}};
                create function core.companies_of(person uuid) returns setof uuid
                language sql stable security definer set search_path = core, pg_temp
                return (select company_id from core.staff where id = person);
                alter function core.companies_of(uuid) owner to {{definer}};
                grant execute on function core.companies_of(uuid) to {{host}};
                """),
            Cancellation);

        Assert.Single(await database.MigrateAsync(
            PreparedDatabase.Events + "alter table planner.events add author uuid, add foreign key (company_id, author) references core.staff"));
    }
}
