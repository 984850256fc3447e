using DrAivBot.Host.Database;
using DrAivBot.Host.Metrics;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Reports.Pictures;
using DrAivBot.Host.Telegram;

namespace DrAivBot.Host.Operator;

/// <summary>Whether this host takes updates now, and if not, why.</summary>
internal sealed class Readiness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const string ReadMigration = "select coalesce(max(number), 0)::text from core.migrations where owner = 'core'";

    private readonly ModuleCatalogue _catalogue;
    private readonly BotIdentity _bot;
    private readonly HostCondition _condition;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly BoardFonts _fonts;
    private readonly CachedAnswer<string> _migration;
    private readonly int _newest = MigrationScripts.FromAssembly(typeof(Readiness).Assembly, "Migrations").Max(script => script.Number);

    public Readiness(DatabaseAccess access, ModuleCatalogue catalogue, BotIdentity bot, HostCondition condition, IHostApplicationLifetime lifetime, BoardFonts fonts)
    {
        (_catalogue, _bot, _condition, _lifetime, _fonts) = (catalogue, bot, condition, lifetime, fonts);
        _migration = new(TimeSpan.FromSeconds(1), Patience, async cancellationToken =>
        {
            await using var command = access.Host.CreateCommand(ReadMigration);
            return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
        });
    }

    public async Task<IReadOnlyList<Check>> LookAsync(CancellationToken cancellationToken) =>
    [
        .. await LookAtDatabaseAsync(cancellationToken),
        LookAtModules(),
        LookAtToken(),
        LookAtIntake(),
        LookAtPictures(),
    ];

    private async Task<IEnumerable<Check>> LookAtDatabaseAsync(CancellationToken cancellationToken)
    {
        if (!await _migration.RefreshAsync(Patience, cancellationToken))
        {
            return [new("database", false, $"does not answer ({_migration.Trouble}). Updates are not acknowledged; the host goes on by itself when it is back.")];
        }

        var applied = int.Parse(_migration.Latest!, System.Globalization.CultureInfo.InvariantCulture);
        return
        [
            new("database", true, "answers"),
            new("migrations", applied >= _newest, applied >= _newest ? "done" : $"the database is at {applied}, this host needs {_newest}: it was replaced by an older one. Restart the host."),
        ];
    }

    private Check LookAtModules()
    {
        var statuses = _catalogue.Statuses.ToArray();
        var loading = _catalogue.IsReady ? [] : statuses.Where(status => status.State is ModuleState.Discovered or ModuleState.Migrating).Select(status => status.Id).ToList();
        var refused = statuses.Where(status => status.State == ModuleState.Refused).Select(status => status.Id).ToList();
        var resting = statuses.Where(status => status.State == ModuleState.Quarantined).Select(status => status.Id).ToList();
        return loading.Count > 0
            ? new("modules", false, $"being loaded: {string.Join(", ", loading)}.")
            : new("modules", true, $"{statuses.Count(status => status.State == ModuleState.Active)} active"
                + (refused.Count > 0 ? $", refused: {string.Join(", ", refused)} (the log says why)" : "")
                + (resting.Count > 0 ? $", resting after repeated failures: {string.Join(", ", resting)}" : ""));
    }

    private Check LookAtToken() => _condition.TokenIsRefused
        ? new("token", false, "Telegram refuses the bot's token. Set Telegram__Token to the present one and restart.")
        : _bot.Username is null
            ? new("token", false, "Telegram has not confirmed the bot's token yet; the host asks until it can be reached.")
            : new("token", true, "accepted");

    private Check LookAtIntake() => _lifetime.ApplicationStopping.IsCancellationRequested
        ? new("intake", false, "closed: the host is stopping and finishes what is under way.")
        : _condition.TakesUpdates ? new("intake", true, "open") : new("intake", false, "not open yet.");

    /// <summary>Only pictures are missing without a font; that is no reason to take no updates.</summary>
    private Check LookAtPictures() => new("pictures", true, _fonts.Trouble ?? "can be drawn");
}
