using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.Conversations;

/// <summary>One running host for all tests of a class; each test brings users of its own.</summary>
public sealed class CompanyHost(PostgresFixture postgres) : IAsyncLifetime
{
    public TestHost Host { get; private set; } = null!;

    public ChatDriver Chat => Host.Chat;

    public async ValueTask InitializeAsync() => Host = await TestHost.StartAsync(postgres, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
