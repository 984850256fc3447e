namespace DrAivBot.Host.Configuration;

/// <summary>What the process says to whoever started it (sysexits.h).</summary>
internal static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>The command line is wrong; the message says how.</summary>
    public const int Usage = 64;

    /// <summary>A module was judged and is refused, cannot be packed, or is not as was asked; the message says why.</summary>
    public const int Refused = 65;

    /// <summary>There is no module of that id.</summary>
    public const int NotFound = 66;

    /// <summary>Something the host needs is away: the database, its port. For a verb: the host itself.</summary>
    public const int Unavailable = 69;

    /// <summary>A fault of the program.</summary>
    public const int Software = 70;

    /// <summary>A file cannot be written.</summary>
    public const int CannotCreate = 73;

    /// <summary>The host ended itself to be started afresh; nothing is wrong with its configuration.</summary>
    public const int Restart = 75;

    /// <summary>Whoever asks may not: the host runs as another user.</summary>
    public const int NoPermission = 77;

    /// <summary>The configuration is wrong; the messages say where.</summary>
    public const int Configuration = 78;
}
