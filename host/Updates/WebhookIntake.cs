using System.Security.Cryptography;
using System.Text;
using DrAivBot.Host.Configuration;
using DrAivBot.Host.Telegram;
using Npgsql;

namespace DrAivBot.Host.Updates;

/// <summary>
/// Takes updates that Telegram posts. The secret is checked before the body is read; 200 is said only when the update,
/// or what came of it, is committed, so that Telegram sends again whatever was not.
/// </summary>
internal sealed partial class WebhookIntake(TelegramSettings settings, UpdateIntake intake, ILogger<WebhookIntake> logger)
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const int UsualBody = 4 * 1024;
    private const long MaxBody = 4 * 1024 * 1024;

    /// <summary>Hard to guess, so that strangers do not even find the door; the same on every instance.</summary>
    public string Path { get; } = "/telegram/" + Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"webhook path of {settings.WebhookSecret}")).AsSpan(0, 16));

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(settings.WebhookSecret ?? "");

    /// <summary>Set while the host stops: Telegram keeps the update for another instance or the next start.</summary>
    public bool IsClosed { get; set; }

    public async Task<IResult> AcceptAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!HasSecret(request))
        {
            LogForeign();
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        if (IsClosed)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        if (await ReadBodyAsync(request, cancellationToken) is not { } body)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (UpdateReader.ReadEnvelope(body) is not { } update)
        {
            LogMalformed(body.Length);
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        return await TakeInAsync(update, cancellationToken);
    }

    private async Task<IResult> TakeInAsync(RawUpdate update, CancellationToken cancellationToken)
    {
        try
        {
            return await intake.TakeInAsync(update, cancellationToken) is { } reply
                ? Results.Bytes(reply.Write(), "application/json")
                : Results.Ok();
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException or System.Threading.Channels.ChannelClosedException)
        {
            LogAway(away.GetType().Name);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private bool HasSecret(HttpRequest request) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Headers[SecretHeader].ToString()), _secret);

    private static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBody)
        {
            return null;
        }

        // One byte more than was announced, so that a body of that length ends without growing.
        var body = new byte[(int)(request.ContentLength ?? UsualBody) + 1];
        var length = 0;
        int read;
        while ((read = await request.Body.ReadAsync(body.AsMemory(length), cancellationToken)) > 0)
        {
            length += read;
            if (length > MaxBody)
            {
                return null;
            }

            if (length == body.Length)
            {
                Array.Resize(ref body, length * 2);
            }
        }

        return body.AsMemory(0, length);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A call to the webhook without the right secret was refused")]
    private partial void LogForeign();

    [LoggerMessage(Level = LogLevel.Warning, Message = "A webhook body of {Length} characters is no update and was refused")]
    private partial void LogMalformed(int length);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An update could not be stored ({Error}); Telegram is asked to send it again")]
    private partial void LogAway(string error);
}
