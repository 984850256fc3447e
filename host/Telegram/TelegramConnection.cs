using DrAivBot.Host.Configuration;
using Microsoft.AspNetCore.Hosting.Server;
using Telegram.Bot;

namespace DrAivBot.Host.Telegram;

/// <summary>Makes the client that talks to Telegram, or over the same HTTP to the sandbox.</summary>
internal static class TelegramConnection
{
    /// <summary>Stands for this host's own address, which is known only once its web server listens.</summary>
    private const string OwnAddress = "http://sandbox.invalid";

    public static TelegramBotClient Connect(TelegramSettings settings, string token, IServer server)
    {
        var options = new TelegramBotClientOptions(token, settings.UsesSandbox ? OwnAddress : settings.BaseUrl?.GetLeftPart(UriPartial.Authority))
        {
            // Delivery decides what is sent again and when; the client would sleep inside the call.
            RetryCount = 0,
        };
        return new TelegramBotClient(options, CreateHttpClient(settings, server));
    }

    /// <summary>The id of a bot: what stands before the colon of its token.</summary>
    public static long IdOf(string token) => long.Parse(token.AsSpan(0, token.IndexOf(':', StringComparison.Ordinal)), System.Globalization.CultureInfo.InvariantCulture);

    private static HttpClient CreateHttpClient(TelegramSettings settings, IServer server)
    {
        var sockets = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxConnectionsPerServer = 300,
            UseProxy = !settings.UsesSandbox,
        };
        return new HttpClient(settings.UsesSandbox ? new OwnAddressHandler(server) { InnerHandler = sockets } : sockets)
        {
            Timeout = TimeSpan.FromSeconds(100),
        };
    }

    private sealed class OwnAddressHandler(IServer server) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(ListeningAddress.Find(server), request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
