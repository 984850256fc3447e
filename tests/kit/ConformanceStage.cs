using DrAivBot.Testing.Conformance;
using Xunit;

namespace DrAivBot.Testing;

/// <summary>
/// One running host for all facts of a <see cref="ModuleConformance"/>; the runner makes it and hands it to the class.
/// </summary>
/// <param name="postgres">The cluster of the test run.</param>
public sealed class ConformanceStage(PostgresFixture postgres) : IAsyncDisposable
{
    private readonly CancellationToken _cancellationToken = TestContext.Current.CancellationToken;
    private FakeAssistantServer? _assistant;
    private TestHost? _host;
    private string? _refusal;

    internal PostgresFixture Postgres => postgres;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        if (_assistant is not null)
        {
            await _assistant.DisposeAsync();
        }
    }

    /// <summary>The host with the module; null when it refuses the module.</summary>
    internal async Task<TestHost?> HostAsync(ConformanceSubject subject)
    {
        if (_host is null && _refusal is null)
        {
            try
            {
                _host = await StartAsync(subject);
            }
            catch (InvalidOperationException refused)
            {
                _refusal = refused.Message;
            }
        }

        return _host;
    }

    /// <summary>Why the host refuses the module; null when it does not.</summary>
    internal async Task<string?> RefusalAsync(ConformanceSubject subject)
    {
        await HostAsync(subject);
        return _refusal;
    }

    internal async Task<TestHost> StartAsync(ConformanceSubject subject)
    {
        if (subject.HasAssistant)
        {
            _assistant ??= await FakeAssistantServer.StartAsync(_cancellationToken);
        }

        return await TestHost.StartAsync(postgres, new() { Modules = [.. subject.Others, subject.Module], Assistant = _assistant }, _cancellationToken);
    }
}
