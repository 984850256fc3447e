using DrAivBot.Host.Configuration;
using Npgsql;

namespace DrAivBot.Host.Logging;

/// <summary>
/// The last line of defence for logs: takes known secrets out of whatever is about to be written. What people say never
/// gets this far, because nothing logs it.
/// </summary>
internal sealed class Redaction(IEnumerable<string?> secrets)
{
    private const string Mark = "***";
    private const int ShortestSecret = 6;

    /// <summary>Longest first, so that a secret inside another leaves nothing behind.</summary>
    private readonly string[] _secrets = [.. secrets.OfType<string>().Where(secret => secret.Length >= ShortestSecret).Distinct().OrderByDescending(secret => secret.Length)];

    /// <param name="settings">Hold the secrets.</param>
    /// <param name="token">The bot's token, the sandbox's included.</param>
    public static Redaction For(HostSettings settings, string token) => new(
    [
        token,
        Uri.EscapeDataString(token),
        token.Split(':')[^1],
        settings.Telegram.WebhookSecret,
        settings.Database.ConnectionString,
        settings.Database.HostPassword,
        settings.RedisConnectionString,
        settings.Assistant.ApiKey,
        settings.Database.ConnectionString is { } text ? new NpgsqlConnectionStringBuilder(text).Password : null,
    ]);

    public string Apply(string line)
    {
        foreach (var secret in _secrets)
        {
            line = line.Replace(secret, Mark, StringComparison.Ordinal);
        }

        return line;
    }
}
