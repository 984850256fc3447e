using DrAivBot.Host.Database;
using DrAivBot.Host.Jobs;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Organisation;
using DrAivBot.Host.Texts;
using DrAivBot.Host.Work;
using DrAivBot.Organisation;
using DrAivBot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Host.Tests.Jobs;

/// <summary>A running host with the modules of chores and listener, in whose companies tests work as the module would.</summary>
internal sealed class JobStage(TestHost host)
{
    public static TestModule Chores => TestModule.Plugin("Chores", "chores");

    public static TestModule Listener => TestModule.Plugin("Listener", "listener");

    public TestHost Host => host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<JobStage> OpenAsync(PostgresFixture postgres, params TestModule[] modules) =>
        new(await TestHost.StartAsync(postgres, new() { Modules = modules.Length == 0 ? [Chores] : modules }, Cancel));

    /// <summary>A new company, as somebody registers it.</summary>
    public async Task<CompanyId> CompanyAsync(string zone = "Europe/Moscow") => await CompanyAsync(host.Services, zone);

    /// <summary>What the words say, in a transaction of the company; see the plugin's Desk.</summary>
    public Task<string> DoAsync(CompanyId? company, params string[] words) => DoAsync(host.Services, company, words);

    public static async Task<CompanyId> CompanyAsync(IServiceProvider services, string zone)
    {
        var (user, now) = (Guid.NewGuid(), TimeProvider.System.GetUtcNow());
        await using var database = await TurnDatabase.OpenAsync(services.GetRequiredService<DatabaseAccess>(), Cancel);
        var founder = new Acting { User = new(user), UserName = "Анна", Language = "ru", StartedAt = now };
        var company = await new TurnOrganisation(
                new(database, founder, services.GetRequiredService<OrgBoard>(), new(), services.GetRequiredService<JobSignal>()))
            .RegisterCompanyAsync(new() { Name = "Север", TimeZone = zone, Currency = "RUB" }, Cancel);
        await database.CommitAsync(Cancel);
        return company;
    }

    public static async Task<string> DoAsync(IServiceProvider services, CompanyId? company, params string[] words)
    {
        await using var database = await TurnDatabase.OpenAsync(services.GetRequiredService<DatabaseAccess>(), Cancel);
        var said = await DoAsync(services, database, company, words);
        await database.CommitAsync(Cancel);
        return said;
    }

    public static async Task<string> DoAsync(IServiceProvider services, TurnDatabase database, CompanyId? company, params string[] words)
    {
        await database.UseCompanyAsync(company, Cancel);
        var module = services.GetRequiredService<ModuleCatalogue>().Routes.Modules.Single(module => module.Manifest.Id == "chores");
        await using var scope = module.CreateScope(services.GetRequiredService<CoreServices>().For(new()
        {
            Module = module,
            Database = database,
            Company = new ActiveCompany { Id = company },
            Language = Language.Russian,
            StartedAt = TimeProvider.System.GetUtcNow(),
        }));
        return await scope.ServiceProvider.GetRequiredService<Func<string[], CancellationToken, Task<string>>>()(words, Cancel);
    }

    /// <summary>What the jobs have written, in order.</summary>
    /// <summary>Without those of the module's own morning, which may come at any time of the real day.</summary>
    public Task<IReadOnlyList<string>> EntriesAsync() => host.ListAsync<string>("select text from chores.entries where text <> 'morning' order by written_at");

    public Task<IReadOnlyList<string>> HeardAsync() => host.ListAsync<string>("select text from listener.heard order by heard_at");

    public async Task<long> CountJobsAsync(string module = "chores") =>
        await host.QueryAsync<long>("select count(*) from core.jobs where module = $1 and key is distinct from '@cron'", module);

    /// <summary>Turns the database's clock without waiting for what becomes due.</summary>
    public async Task TurnClockAsync(TimeSpan time)
    {
        await using var superuser = Npgsql.NpgsqlDataSource.Create(host.ConnectionString);
        await TurnedClock.TurnAsync(superuser, time, Cancel);
    }
}
