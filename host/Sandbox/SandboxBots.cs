using System.Collections.Concurrent;
using System.Globalization;
using DrAivBot.Host.Sandbox.State;

namespace DrAivBot.Host.Sandbox;

/// <summary>Every bot that ever called or was talked to. Each lives in a directory named by its number.</summary>
internal sealed class SandboxBots : IDisposable
{
    private readonly ConcurrentDictionary<long, Lazy<SandboxBot>> bots = new();
    private readonly SandboxOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger<SandboxBots> logger;

    public SandboxBots(SandboxOptions options, TimeProvider clock, ILogger<SandboxBots> logger)
    {
        (this.options, this.clock, this.logger) = (options, clock, logger);
        if (!BotToken.TryParse(options.HostBotToken, out var hostBotId))
        {
            throw new ArgumentException(
                "SandboxOptions.HostBotToken does not have the form of a bot token (digits, a colon, 30 to 64 characters of A-Za-z0-9_-). "
                + "Use SandboxToken.ReadOrCreate to get one.", nameof(options));
        }

        HostBotId = hostBotId;
        Directory.CreateDirectory(options.Directory);
        foreach (var kept in Directory.EnumerateDirectories(options.Directory))
        {
            if (long.TryParse(Path.GetFileName(kept), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                Get(id);
            }
        }
    }

    public long HostBotId { get; }

    public IEnumerable<SandboxBot> All => bots.Values.Select(b => b.Value);

    /// <summary>Woken when a bot appeared.</summary>
    public Pulse Changed { get; } = new();

    public SandboxBot Get(long id)
    {
        var isNew = false;
        var bot = bots.GetOrAdd(id, key =>
        {
            isNew = true;
            return new Lazy<SandboxBot>(() => new SandboxBot(
                key,
                Path.Combine(options.Directory, key.ToString(CultureInfo.InvariantCulture)),
                key == HostBotId,
                logger,
                clock));
        }).Value;
        if (isNew)
        {
            Changed.Send();
        }

        return bot;
    }

    public void Dispose()
    {
        foreach (var bot in All)
        {
            bot.Dispose();
        }
    }
}
