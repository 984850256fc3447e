using DrAivBot.Host.Configuration;
using DrAivBot.Host.Database;
using DrAivBot.Host.Modules.Gate;
using DrAivBot.Host.Texts;
using DrAivBot.Host.Updates;

namespace DrAivBot.Host;

/// <summary>What has to be read before the services can be put together.</summary>
internal sealed record StartingPoint
{
    /// <summary>The contracts this host runs with, for the gate.</summary>
    public required HostContracts Contracts { get; init; }

    /// <summary>Seals callback data.</summary>
    public required SealKey Key { get; init; }

    /// <summary>The operator's own words.</summary>
    public required TextOverrides Overrides { get; init; }

    /// <summary>The host's texts, the operator's words put in.</summary>
    public required TextCatalogue CoreTexts { get; init; }

    public static async Task<StartingPoint> ReadAsync(
        HostSettings settings, DatabaseAccess database, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var overrides = new TextOverrides(settings.Host.DataDirectory, loggers.CreateLogger<TextOverrides>());
        return new()
        {
            Contracts = await HostContracts.ReadOwnAsync(cancellationToken),
            Key = await SealKey.ReadAsync(database, cancellationToken),
            Overrides = overrides,
            CoreTexts = await overrides.ApplyAsync(TextCatalogue.LoadCore(), cancellationToken),
        };
    }
}
