using DrAivBot.Host.Database;
using DrAivBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DrAivBot.Company.Tests.PersonalData;

/// <summary>The schema of a module that is not loaded: ids, lists of ids, names and JSON, in tables that refer to each other both ways.</summary>
internal static class DiaryModule
{
    private const string Schema = """
        create table diary.pages (
            company_id uuid not null, id uuid not null, author_id uuid not null, author_name text, readers uuid[] not null default '{}',
            facts jsonb not null default '{}', first_line uuid, primary key (company_id, id));
        create table diary.lines (
            company_id uuid not null, id uuid not null, page_id uuid not null, words text not null, primary key (company_id, id),
            foreign key (company_id, page_id) references diary.pages (company_id, id));
        alter table diary.pages add foreign key (company_id, first_line) references diary.lines (company_id, id);
        select core.isolate('diary.pages');
        select core.isolate('diary.lines');
        """;

    private const string Write = """
        with page as (
            insert into diary.pages (company_id, id, author_id, author_name, readers, facts)
            select $1, gen_random_uuid(), u.id, u.name, array[u.id], jsonb_build_object('by', u.id, 'name', u.name) from core.users u where u.telegram_id = $2
            returning company_id, id),
        line as (
            insert into diary.lines (company_id, id, page_id, words) select company_id, gen_random_uuid(), id, 'Rain.' from page
            returning company_id, id, page_id)
        select count(*) from line
        """;

    private const string Close = "update diary.pages p set first_line = l.id from diary.lines l where l.company_id = p.company_id and l.page_id = p.id";

    public static async Task AddAsync(TestHost host, CancellationToken cancellationToken)
    {
        await using var access = await DatabaseBootstrap.EnsureAsync(host.ConnectionString, new PoolOptions(), NullLogger.Instance, cancellationToken);
        var runner = new MigrationRunner(access, NullLogger<MigrationRunner>.Instance);
        await runner.MigrateAsync(new MigrationTarget("diary", "diary", [new MigrationScript(1, "pages", Schema)]), cancellationToken);
    }

    public static async Task WriteAsync(TestHost host, Guid company, ChatUser author)
    {
        await host.QueryAsync<long>(Write, company, author.Id);
        await host.ExecuteAsync(Close);
    }
}
