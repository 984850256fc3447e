using DrAivBot.Host.Configuration;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace DrAivBot.Host.Telegram;

/// <summary>Introduces the host to Telegram: who the bot is, its commands, and how updates come.</summary>
internal sealed partial class BotSetup(ITelegramBotClient bot, BotIdentity identity, TimeProvider time, ILogger<BotSetup> logger)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>What the routes of this host can answer; everything else Telegram need not send.</summary>
    public static IReadOnlyList<string> AllowedUpdates { get; } = ["message", "callback_query"];

    /// <summary>Asks Telegram who the bot is, waiting for the network if it must.</summary>
    /// <exception cref="TokenRefusedException">Telegram does not know the token.</exception>
    public Task IntroduceAsync(CancellationToken cancellationToken) =>
        InsistAsync(async () => identity.Username = (await bot.GetMe(cancellationToken)).Username, cancellationToken);

    /// <summary>Tells Telegram the commands of one language; null for everybody else's.</summary>
    public async Task ShowCommandsAsync(string? language, IEnumerable<(string Name, string Description)> commands, CancellationToken cancellationToken)
    {
        try
        {
            await bot.SetMyCommands(
                commands.Select(command => new BotCommand(command.Name, command.Description)).Take(100),
                BotCommandScope.AllPrivateChats(),
                language,
                cancellationToken);
        }
        catch (RequestException failed)
        {
            // The list of commands is a convenience: the bot works without it, and the next start sets it.
            LogCommandsNotSet(failed.GetType().Name);
        }
    }

    /// <summary>Asks Telegram to post updates to this host, waiting for the network if it must.</summary>
    public Task UseWebhookAsync(TelegramSettings settings, string path, CancellationToken cancellationToken) => InsistAsync(
        () => bot.SetWebhook(
            new Uri(settings.WebhookUrl!, path).AbsoluteUri,
            allowedUpdates: [UpdateType.Message, UpdateType.CallbackQuery],
            secretToken: settings.WebhookSecret,
            cancellationToken: cancellationToken),
        cancellationToken);

    private async Task InsistAsync(Func<Task> call, CancellationToken cancellationToken)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            try
            {
                await call();
                return;
            }
            catch (ApiRequestException refused) when (refused.ErrorCode is 401 or 404)
            {
                throw new TokenRefusedException();
            }
            catch (ApiRequestException refused) when (refused.ErrorCode == 400)
            {
                throw new WebhookRefusedException(refused.Message);
            }
            catch (RequestException away)
            {
                LogAway(away.InnerException?.GetType().Name ?? away.GetType().Name, (int?)away.HttpStatusCode, pause.TotalSeconds);
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram cannot be reached ({Error}, HTTP {Status}); trying again in {Seconds} s")]
    private partial void LogAway(string error, int? status, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The list of commands could not be set ({Error}); the next start tries again")]
    private partial void LogCommandsNotSet(string error);
}

/// <summary>Telegram does not accept the address it is asked to post to.</summary>
internal sealed class WebhookRefusedException(string reason) : Exception(
    $"Telegram refused the webhook: {reason}. Telegram__WebhookUrl must be a public https address on port 443, 80, 88 or 8443 with a valid certificate.");

/// <summary>Telegram does not know the bot's token.</summary>
internal sealed class TokenRefusedException() : Exception(
    "Telegram does not accept the bot's token. Telegram__Token may be mistyped, or the token was revoked. Copy the present one from BotFather, or leave it out to use the sandbox.");
