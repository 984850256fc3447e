using System.Security.Cryptography;
using System.Text;

namespace DrAivBot.Host.Database.Cluster;

/// <summary>
/// Where the parts of a cluster are. Usually all in the host's data directory: <c>postgres</c> (the cluster),
/// <c>postgres.run</c> (its socket), <c>postgres.lock</c> (held by the one host that uses it), <c>host.pid</c>.
/// <para>
/// Root with a data directory that the server's account cannot reach (a clone below /root, which is 0700): cluster
/// and socket go to a new directory below <see cref="EmbeddedClusterOptions.RootFallbackDirectory"/>, and
/// <c>postgres.location</c> in the data directory names it. That file decides from then on, so the data directory
/// may be moved; a fresh data directory never finds the database of an older one by chance.
/// </para>
/// </summary>
internal sealed class ClusterPlace
{
    // sun_path: 108 bytes on Linux, 104 elsewhere, with a closing zero.
    private static readonly int LongestSocketPath = OperatingSystem.IsLinux() ? 107 : 103;

    private ClusterPlace(string dataDirectory, string home, ServerAccount account)
    {
        DataDirectory = dataDirectory;
        Home = home;
        Account = account;
    }

    public string DataDirectory { get; }

    /// <summary>The directory that holds the cluster: the data directory, or the one postgres.location names.</summary>
    public string Home { get; }

    public ServerAccount Account { get; }

    public string Cluster => ClusterIn(Home);

    public string VersionFile => Path.Combine(Cluster, "PG_VERSION");

    public string LogFile => Path.Combine(DataDirectory, "logs", "postgres.log");

    public static string LockFileIn(string home) => Path.Combine(home, "postgres.lock");

    private static string ClusterIn(string home) => Path.Combine(home, "postgres");

    private static string LocationFileIn(string dataDirectory) => Path.Combine(dataDirectory, "postgres.location");

    public static async Task<ClusterPlace> FindAsync(EmbeddedClusterOptions options, string data, CancellationToken cancellationToken)
    {
        if (File.Exists(LocationFileIn(data)))
        {
            return await NamedAsync(data, cancellationToken);
        }

        var account = await ServerAccount.ForAsync(ClusterIn(data), cancellationToken);
        if (await account.ReachesAsync(data, cancellationToken))
        {
            return new ClusterPlace(data, data, account);
        }

        if (Directory.Exists(ClusterIn(data)))
        {
            throw new ClusterException(
                $"The account {account.Name}, which runs PostgreSQL, cannot reach the database in {ClusterIn(data)}: a directory above it is closed to others. Open each with chmod o+x, or move the data directory to a place that {account.Name} can reach.");
        }

        return new ClusterPlace(data, NewHome(options.RootFallbackDirectory, data), account);
    }

    /// <summary>Written only after the cluster is complete, so that the file never names half a database.</summary>
    public async Task RememberAsync(CancellationToken cancellationToken)
    {
        if (Home != DataDirectory)
        {
            await File.WriteAllTextAsync(LocationFileIn(DataDirectory), $"{Home}\n", cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(Home, "README"), $"The DrAivBot database of {DataDirectory}, which is out of reach for {Account.Name}.\nDelete this directory only together with that one.\n", cancellationToken);
        }
    }

    /// <summary>A directory only the server's account may enter, short enough for a socket, safe in a shared /tmp.</summary>
    public async Task<string> PrepareSocketDirectoryAsync(CancellationToken cancellationToken)
    {
        var name = $"draivbot-{Hash(Cluster)}";
        var ownTemporary = Account.IsForeign ? "/tmp" : Path.GetTempPath();
        var directory = new[] { Path.Combine(Home, "postgres.run"), Path.Combine(ownTemporary, name), Path.Combine("/tmp", name) }
            .First(FitsASocket);
        await CreatePrivateAsync(directory, Account, cancellationToken);
        return directory;
    }

    public static async Task CreatePrivateAsync(string directory, ServerAccount account, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException();
        }

        Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var owner = await FileOwner.OfAsync(directory, cancellationToken);
        // Checked before chown: whoever planted a link or a directory under this name in /tmp must gain nothing by it.
        var ours = owner is { IsPrivateDirectory: true } && (owner.User == account.UserId || (account.IsForeign && owner.User == 0));
        if (!ours)
        {
            throw new ClusterException(
                $"{directory} should be a directory with mode 0700 that belongs to {account.Name}, but it is {owner?.Mode ?? "out of reach"} of user {owner?.User}. Look who made it, remove it and start again.");
        }

        if (owner!.User != account.UserId)
        {
            var chown = await Command.RunAsync(["chown", "-h", $"{account.UserId}", directory], cancellationToken);
            if (!chown.Succeeded)
            {
                throw new ClusterException($"{directory} could not be given to the account {account.Name}: {chown.Output}");
            }
        }
    }

    private static async Task<ClusterPlace> NamedAsync(string data, CancellationToken cancellationToken)
    {
        var home = (await File.ReadAllTextAsync(LocationFileIn(data), cancellationToken)).Trim();
        if (!Directory.Exists(home))
        {
            throw new ClusterException(
                $"{LocationFileIn(data)} says that the database is in {home}, but there is nothing. Bring that directory back from a backup, correct the file, or delete the file to begin with an empty database.");
        }

        return new ClusterPlace(data, home, await ServerAccount.ForAsync(ClusterIn(home), cancellationToken));
    }

    // Npgsql takes a comma for a list of hosts.
    private static bool FitsASocket(string directory) =>
        !directory.Contains(',', StringComparison.Ordinal)
        && Encoding.UTF8.GetByteCount(Path.Combine(directory, ".s.PGSQL.5432")) <= LongestSocketPath;

    private static string NewHome(string parent, string data)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException();
        }

        const UnixFileMode passable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        var home = Path.Combine(parent, $"{Hash(data)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}");
        foreach (var directory in new[] { parent, home })
        {
            Directory.CreateDirectory(directory);
            File.SetUnixFileMode(directory, passable);
        }

        return home;
    }

    private static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];
}
