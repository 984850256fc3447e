using DrAivBot.Testing;
using DrAivBot.Testing.Scale;

namespace DrAivBot.Company.Tests.Scale;

/// <summary>A host with two companies of 10,000 people each, of which the tests walk through the first, and a log of what its database does.</summary>
public sealed class LargeCompanyHost(PostgresFixture postgres) : IAsyncLifetime
{
    private StatementLog? _log;

    public TestHost Host { get; private set; } = null!;

    public TestCompany Company { get; private set; } = null!;

    /// <summary>Null where the server shows no plans.</summary>
    internal StatementLog? Log => _log;

    public async ValueTask InitializeAsync()
    {
        Host = await TestHost.StartAsync(postgres, CancellationToken.None);
        Company = await TestCompany.FoundAsync(Host, "Большая", "ru");
        var other = await TestCompany.FoundAsync(Host, "Соседняя", "ru");
        await LargeCompany.FillAsync(Host, Company.Id);
        await LargeCompany.FillAsync(Host, other.Id);
        _log = await StatementLog.OpenAsync(Host);
    }

    public async ValueTask DisposeAsync()
    {
        if (Host is not null)
        {
            await Host.DisposeAsync();
        }
    }
}
