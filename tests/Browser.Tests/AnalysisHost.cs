using DrAivBot.Testing;

namespace DrAivBot.Browser.Tests;

/// <summary>The host with company and analysis.</summary>
public sealed class AnalysisHost(PostgresFixture postgres) : IAsyncLifetime
{
    private TestHost? _host;

    public TestHost Host => _host ?? throw new InvalidOperationException("The host has not started.");

    public Uri Page => new(Host.Address, "/sandbox");

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(
        postgres, new() { Modules = [TestModule.Company, TestModule.Built("analysis", "DrAivBot.Analysis")] }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}
