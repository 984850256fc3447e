using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace DrAivBot.Host.Telegram;

/// <summary>Fetches updates by long polling.</summary>
internal sealed class UpdateSource(ITelegramBotClient bot)
{
    /// <summary>Ends a webhook set earlier, which would keep updates from being fetched; what waits is kept.</summary>
    /// <exception cref="FetchException">It did not get through.</exception>
    public Task EndWebhookAsync(CancellationToken cancellationToken) => CallAsync(async () =>
    {
        await bot.DeleteWebhook(dropPendingUpdates: false, cancellationToken);
        return true;
    });

    /// <summary>The updates from an offset on, after waiting for the first.</summary>
    /// <exception cref="FetchException">There are none to be had now.</exception>
    public Task<IReadOnlyList<RawUpdate>> FetchAsync(long? offset, CancellationToken cancellationToken) => CallAsync(async () =>
    {
        var request = new RawGetUpdates { Offset = offset, AllowedUpdates = BotSetup.AllowedUpdates };
        var fetched = await bot.SendRequest(request, cancellationToken);
        return (IReadOnlyList<RawUpdate>)[.. fetched.Select(Read).OfType<RawUpdate>()];
    });

    private static RawUpdate? Read(JsonElement update) => UpdateReader.ReadEnvelope(update, update.GetRawText());

    private static async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (ApiRequestException refused)
        {
            throw new FetchException($"{refused.ErrorCode} {refused.Message}", refused.ErrorCode == 409);
        }
        catch (RequestException away)
        {
            throw new FetchException(away.InnerException?.GetType().Name ?? away.GetType().Name, isConflict: false);
        }
    }
}

/// <summary>Telegram handed out no updates; the reason in its words, without addresses.</summary>
internal sealed class FetchException(string reason, bool isConflict) : Exception(reason)
{
    /// <summary>Whether another program fetches the same bot's updates.</summary>
    public bool IsConflict => isConflict;
}
