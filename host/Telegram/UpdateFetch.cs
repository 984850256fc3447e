using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace DrAivBot.Host.Telegram;

/// <summary>Fetches updates by long polling. What Telegram or the network does wrong comes as <see cref="FetchFailedException"/>.</summary>
internal sealed class UpdateFetch(ITelegramBotClient bot)
{
    /// <summary>Ends the webhook: while there is one, Telegram hands out nothing.</summary>
    public Task EndWebhookAsync(CancellationToken cancellationToken) => CallAsync(
        async () =>
        {
            await bot.DeleteWebhook(dropPendingUpdates: false, cancellationToken);
            return true;
        });

    /// <summary>What has come since; empty when nothing came while Telegram waited.</summary>
    /// <param name="offset">One more than the last update stored; null at the start. Confirms everything before it.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<IReadOnlyList<RawUpdate>> FetchAsync(long? offset, CancellationToken cancellationToken)
    {
        var request = new RawGetUpdates { Offset = offset, AllowedUpdates = BotSetup.AllowedUpdates };
        var fetched = await CallAsync(() => bot.SendRequest(request, cancellationToken));
        return [.. fetched.Select(Read).OfType<RawUpdate>()];
    }

    private static RawUpdate? Read(JsonElement update) => UpdateReader.ReadEnvelope(update, update.GetRawText());

    private static async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (ApiRequestException refused)
        {
            throw new FetchFailedException(refused.Message, refused) { Code = refused.ErrorCode };
        }
        catch (RequestException away)
        {
            throw new FetchFailedException(away.InnerException?.GetType().Name ?? away.GetType().Name, away);
        }
    }
}

/// <summary>No updates could be fetched.</summary>
internal sealed class FetchFailedException(string message, Exception cause) : Exception(message, cause)
{
    /// <summary>Telegram's error code; null when no answer came.</summary>
    public int? Code { get; init; }
}
