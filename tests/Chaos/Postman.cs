using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;

namespace DrAivBot.Chaos;

/// <summary>
/// Posts updates as Telegram does: to any host, again until one has taken them, each person's next one only after that.
/// </summary>
internal sealed class Postman(Fleet fleet, int seed) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _client = new(new SocketsHttpHandler { MaxConnectionsPerServer = 40, ConnectTimeout = TimeSpan.FromSeconds(2) })
    {
        Timeout = TimeSpan.FromSeconds(15),
    };

    private readonly ConcurrentDictionary<long, string> _acknowledged = new();
    private readonly Random _random = new(seed);
    private int _repeated;

    /// <summary>Posts that were answered with anything but 200, or not at all.</summary>
    public int Repeated => Volatile.Read(ref _repeated);

    /// <summary>How many different updates were acknowledged.</summary>
    public int Acknowledged => _acknowledged.Count;

    /// <summary>Who acknowledged an update first, and when; null when nobody did.</summary>
    public string? AcknowledgementOf(PlannedUpdate update) => _acknowledged.GetValueOrDefault(update.Id);

    /// <summary>Posts until it is acknowledged.</summary>
    public Task DeliverAsync(PlannedUpdate update, CancellationToken cancellationToken) => DeliverAsync(update.Id, update.ToJson(), cancellationToken);

    /// <summary>Posts an update as Telegram would write it until it is acknowledged.</summary>
    public async Task DeliverAsync(long id, string json, CancellationToken cancellationToken)
    {
        while (true)
        {
            var host = Next();
            if (await PostAsync(host, json, cancellationToken) == HttpStatusCode.OK)
            {
                _acknowledged.TryAdd(id, $"by host {host.Number} at {TimeProvider.System.GetUtcNow():HH:mm:ss.fff} UTC");
                return;
            }

            Interlocked.Increment(ref _repeated);
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    public void Dispose() => _client.Dispose();

    private SupervisedHost Next()
    {
        lock (_random)
        {
            return fleet.Hosts[_random.Next(fleet.Hosts.Count)];
        }
    }

    private async Task<HttpStatusCode?> PostAsync(SupervisedHost host, string json, CancellationToken cancellationToken)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{host.Port}{fleet.Webhook}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Fleet.WebhookSecret);
        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
