namespace DrAivBot.Host.Database;

/// <summary>How the host's login uses the server. Outranks what the connection string says about its pool.</summary>
internal sealed record PoolOptions
{
    /// <summary>Connections kept open while idle: 0 to 10, 2 by default.</summary>
    public int MinPoolSize { get; init; } = 2;

    /// <summary>Connections at most: 1 to 500 and not below <see cref="MinPoolSize"/>, 30 by default.</summary>
    public int MaxPoolSize { get; init; } = 30;

    /// <summary>Of these, what jobs take at most: a third.</summary>
    public int MaxJobConnections => Math.Max(1, MaxPoolSize / 3);

    /// <summary>How long opening a connection, or waiting for a free one, may take: 30 seconds by default.</summary>
    public TimeSpan ConnectionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Age at which a connection is replaced: an hour by default, because a new one is slow until it has planned its statements; zero: never.</summary>
    public TimeSpan ConnectionLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Password of the host's login. By default it is derived from the password of the connection string, so that
    /// several hosts agree without storing it; needed where that login has none (peer or certificate).
    /// </summary>
    public string? HostPassword { get; init; }

    /// <summary>A statement of the host that takes longer is cancelled by the server: 30 seconds by default.</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>An open transaction without a statement this long loses its connection: 15 seconds by default.</summary>
    public TimeSpan IdleInTransactionTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>What is wrong with the values, one sentence each; empty when all is well.</summary>
    public IEnumerable<string> Check()
    {
        if (MinPoolSize is < 0 or > 10)
        {
            yield return $"MinPoolSize is {MinPoolSize}; allowed is 0 to 10.";
        }

        if (MaxPoolSize is < 1 or > 500 || MaxPoolSize < MinPoolSize)
        {
            yield return $"MaxPoolSize is {MaxPoolSize}; allowed is 1 to 500 and at least MinPoolSize ({MinPoolSize}).";
        }

        if (ConnectionTimeout < TimeSpan.FromSeconds(1) || ConnectionTimeout > TimeSpan.FromMinutes(10))
        {
            yield return $"ConnectionTimeout is {ConnectionTimeout}; allowed is 1 second to 10 minutes.";
        }

        if (ConnectionLifetime < TimeSpan.Zero || ConnectionLifetime > TimeSpan.FromDays(1))
        {
            yield return $"ConnectionLifetime is {ConnectionLifetime}; allowed is 0 (never replaced) to 1 day.";
        }
    }
}
