namespace DrAivBot.Host.Database.Cluster;

/// <summary>Where the private cluster lives and how careful it is.</summary>
public sealed record EmbeddedClusterOptions
{
    /// <summary>The host's data directory. Created when absent. A relative path counts from the working directory.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>
    /// The database to create and connect to. Default <c>draivbot</c>; what is tried in the sandbox has one of its own,
    /// so that made-up people never meet real ones. Letters a-z and underscores.
    /// </summary>
    public string Database { get; init; } = "draivbot";

    /// <summary>
    /// Whether a commit waits for the disk. Default true. False is for tests only: faster, and a power cut destroys
    /// the cluster. A running cluster that is adopted keeps the value it was started with.
    /// </summary>
    public bool Fsync { get; init; } = true;

    /// <summary>
    /// Where a cluster goes when the host is root and the data directory is out of reach for the account that
    /// runs PostgreSQL (below /root, for example). Default <c>/var/lib/draivbot</c>.
    /// </summary>
    public string RootFallbackDirectory { get; init; } = "/var/lib/draivbot";

    /// <summary>Size in bytes from which postgres.log is moved to postgres.log.1. Default 10 MiB.</summary>
    public long LogLimit { get; init; } = 10 * 1024 * 1024;

    /// <summary>The clock of the watch over the server. Default the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
