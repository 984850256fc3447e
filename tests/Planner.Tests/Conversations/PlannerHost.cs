using DrAivBot.Testing;

namespace DrAivBot.Planner.Tests.Conversations;

/// <summary>One running host for all tests of a class; each test brings a company of its own.</summary>
public sealed class PlannerHost(PostgresFixture postgres) : IAsyncLifetime
{
    public TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await TestHost.StartAsync(
        postgres, new TestHostOptions { Modules = [TestModule.Company, Planner.Module] }, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>A company that may be disturbed at any hour, so that a test does not depend on the hour it runs at.</summary>
    public async Task<TestCompany> FoundAsync(string name, string language = "en")
    {
        var firm = await TestCompany.FoundAsync(Host, name, language);
        await Host.ExecuteAsync("update core.companies set quiet_from = '00:00', quiet_until = '00:00' where company_id = $1", firm.Id);
        return firm;
    }

    /// <summary>One message of the bot says all of this.</summary>
    public async Task ToldAsync(ChatUser user, params string[] words)
    {
        await Host.SettleJobsAsync();
        await Host.Chat.SettleAsync([], user.Id, user.Id);
        await user.RefreshAsync();
        Assert.Contains(user.Messages, message => message.FromBot && words.All(word => message.Text.Contains(word, StringComparison.Ordinal)));
    }

    public async Task<int> TimesToldAsync(ChatUser user, string words)
    {
        await Host.SettleJobsAsync();
        await Host.Chat.SettleAsync([], user.Id, user.Id);
        await user.RefreshAsync();
        return user.Messages.Count(message => message.FromBot && message.Text.Contains(words, StringComparison.Ordinal));
    }

    public Task<long> AuditsAsync(TestCompany firm, string act) =>
        Host.QueryAsync<long>("select count(*) from core.audit where company_id = $1 and act = $2", firm.Id, act);
}
