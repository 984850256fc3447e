using Betalgo.Ranul.OpenAI;
using Betalgo.Ranul.OpenAI.Managers;
using DrAivBot.Host.Configuration;

namespace DrAivBot.Host.Assistant;

/// <summary>The connection to the provider: what fails for a moment is tried again, as long as whoever asks has time.</summary>
internal sealed class ProviderLine : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    private readonly HttpClient? _http;

    public ProviderLine(AssistantSettings settings)
    {
        if (settings.ApiKey is not { } key)
        {
            return;
        }

        // The pipeline has the time limits; the client's own would count the repetitions in.
        _http = new(Handlers(settings)) { Timeout = Timeout.InfiniteTimeSpan };
        Service = new(new OpenAIOptions { ApiKey = key }, _http);
    }

    /// <summary>Null without a key.</summary>
    public OpenAIService? Service { get; }

    public void Dispose() => _http?.Dispose();

    private static ProviderRetries Handlers(AssistantSettings settings) => new(settings)
    {
        InnerHandler = new ProviderDoor(settings)
        {
            // A redirection would take the data to an address that nobody configured.
            InnerHandler = new SocketsHttpHandler { ConnectTimeout = ConnectTimeout, PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false },
        },
    };
}
