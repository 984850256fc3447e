namespace DrAivBot.Host.Configuration;

/// <summary>What the process says to whoever started it (sysexits.h).</summary>
internal static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>Something the host needs is away: the database, its port.</summary>
    public const int Unavailable = 69;

    /// <summary>A fault of the program.</summary>
    public const int Software = 70;

    /// <summary>The host ended itself to be started afresh; nothing is wrong with its configuration.</summary>
    public const int Restart = 75;

    /// <summary>The configuration is wrong; the messages say where.</summary>
    public const int Configuration = 78;
}
