using DrAivBot.Host.Tests.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Assistant;

/// <summary>A host with a provider, and a module whose job asks it; the tests of a class share them, each with companies of its own.</summary>
public sealed class AssistantStage(PostgresFixture postgres) : IAsyncLifetime
{
    public const string Good = """{"text":"Порядок есть.","ids":["D01Q1"]}""";

    public const int ReportsPerMonth = 2;

    private JobStage? _jobs;

    private FakeAssistantServer? _server;

    public TestHost Host => _jobs!.Host;

    public FakeAssistantServer Server => _server!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await FakeAssistantServer.StartAsync(Cancel);
        _jobs = new(await TestHost.StartAsync(postgres, new() { Modules = [JobStage.Chores], Assistant = _server, AssistantReportsPerMonth = ReportsPerMonth }, Cancel));
    }

    public async ValueTask DisposeAsync()
    {
        if (_jobs is not null)
        {
            await _jobs.Host.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    internal async Task<CompanyId> CompanyAsync(bool consents = true)
    {
        var company = await _jobs!.CompanyAsync();
        if (consents)
        {
            await Host.ExecuteAsync(
                "insert into core.assistant_consents (company_id, id, version, given_by, given_at) select company_id, $2, 1, user_id, now() from core.members where company_id = $1",
                company.Value, Guid.NewGuid());
        }

        return company;
    }

    /// <summary>Makes somebody a member, with a post when one is named.</summary>
    internal async Task HireAsync(CompanyId company, string name, string? userName = null, int? post = null, bool hasLeft = false)
    {
        var user = Guid.NewGuid();
        await Host.ExecuteAsync(
            "insert into core.users (id, telegram_id, name, username) values ($1, $2, $3, nullif($4, ''))", user, Random.Shared.NextInt64(1_000_000_000, 9_000_000_000), name, userName ?? "");
        await Host.ExecuteAsync(
            "insert into core.members (company_id, user_id, name, joined_at, left_at) values ($1, $2, $3, now() - interval '2 days', case when $4 then now() end)",
            company.Value, user, name, hasLeft);
        if (post is { } number)
        {
            await Host.ExecuteAsync(
                "update core.holdings h set until = now() from core.positions p where h.company_id = $1 and p.company_id = $1 and p.id = h.position_id and p.number = $2 and h.until is null", company.Value, number);
            await Host.ExecuteAsync(
                "insert into core.holdings (company_id, id, position_id, user_id, since) select $1, $3, id, $4, now() from core.positions where company_id = $1 and number = $2",
                company.Value, number, Guid.NewGuid(), user);
        }
    }

    /// <summary>Lets the job ask, and tells what it wrote down.</summary>
    internal async Task<string> AskAsync(CompanyId company, string charge, string text, params string[] words)
    {
        await _jobs!.DoAsync(company, ["ask", charge, text, .. words]);
        await Host.SettleJobsAsync();
        return (await Host.QueryAsync<string>("select text from chores.entries where company_id = $1 and text like $2 || ': %' order by written_at desc limit 1", company.Value, charge))
            is { } written ? written[(charge.Length + 2)..] : "";
    }

    /// <summary>«configured consent used/limit renews».</summary>
    internal Task<string> TermsAsync(CompanyId company) => _jobs!.DoAsync(company, "terms");

    /// <summary>Answers with these in turn, the last of them for good.</summary>
    internal void Answer(params FakeAssistantReply[] replies)
    {
        var number = 0;
        Server.Answer = _ => replies[Math.Min(Interlocked.Increment(ref number), replies.Length) - 1];
    }
}
