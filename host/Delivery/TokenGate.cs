using DrAivBot.Host.Lanes;
using DrAivBot.Host.Telegram;

namespace DrAivBot.Host.Delivery;

/// <summary>
/// Shuts delivery while Telegram refuses the bot's token: each call would be refused too. Nothing is claimed and sent
/// then, so that everything goes on in its order when a look, once a minute, finds the token accepted again.
/// </summary>
internal sealed partial class TokenGate(BotDoor door, DeliveryReport report, TimeProvider time, ILogger<TokenGate> logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private int _isShut;

    /// <summary>Whether nothing may be sent.</summary>
    public bool IsShut => Volatile.Read(ref _isShut) != 0;

    /// <summary>Says that Telegram has refused the token.</summary>
    public void Shut()
    {
        if (Interlocked.Exchange(ref _isShut, 1) == 0)
        {
            LogShut();
            report.NoteToken(isRefused: true);
        }
    }

    /// <summary>Asks Telegram about a refused token until told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await Ticking.NextAsync(timer, stopping))
        {
            try
            {
                if (IsShut && await door.AskWhoAmIAsync(stopping) is SendOutcome.Done)
                {
                    report.NoteToken(isRefused: false);
                    Volatile.Write(ref _isShut, 0);
                    LogOpened();
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Telegram no longer accepts the bot's token. Messages wait, and the token is tried once a minute; set Telegram__Token to the present one and restart")]
    private partial void LogShut();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram accepts the bot's token again; messages go on")]
    private partial void LogOpened();
}
