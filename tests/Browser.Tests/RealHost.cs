using DrAivBot.Testing;

namespace DrAivBot.Browser.Tests;

/// <summary>The host as it is shipped, with the module company, at an address that survives its restarts.</summary>
public sealed class RealHost(PostgresFixture postgres) : IAsyncLifetime
{
    private TestHost? _host;

    public TestHost Host => _host ?? throw new InvalidOperationException("The host has not started.");

    public Uri Page => new(Host.Address, "/sandbox");

    public async ValueTask InitializeAsync() =>
        _host = await TestHost.StartAsync(postgres, new() { KeepsAddress = true }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}
