using System.Globalization;

namespace DrAivBot.Host.Database.Cluster;

/// <summary>
/// The operating system account that runs PostgreSQL. An ordinary user runs it as itself. Root must not (PostgreSQL
/// refuses), so it runs as the owner of the cluster there is, else as <c>postgres</c>, the account every PostgreSQL
/// package creates; <c>nobody</c> is no choice, because other services share it and could read the data.
/// </summary>
internal sealed class ServerAccount
{
    private readonly string[] _prefix;

    private ServerAccount(uint userId, string name, string[] prefix)
    {
        UserId = userId;
        Name = name;
        _prefix = prefix;
    }

    public uint UserId { get; }

    public string Name { get; }

    /// <summary>Whether commands for the cluster give up root's rights first.</summary>
    public bool IsForeign => _prefix.Length > 0;

    /// <summary>How an operator types a command that must run as this account.</summary>
    public string Shown(string command) => IsForeign ? $"runuser -u {Name} -- {command}" : command;

    public IReadOnlyList<string> CommandLine(params string[] command) => [.. _prefix, .. command];

    public Task<Command> RunAsync(CancellationToken cancellationToken, params string[] command) =>
        Command.RunAsync(CommandLine(command), cancellationToken);

    /// <summary>Whether the account may pass through the directory.</summary>
    public async Task<bool> ReachesAsync(string directory, CancellationToken cancellationToken) =>
        !IsForeign || (await RunAsync(cancellationToken, "sh", "-c", "cd \"$0\"", directory)).Succeeded;

    /// <summary>The account for a cluster's directory, which may not exist yet.</summary>
    public static async Task<ServerAccount> ForAsync(string cluster, CancellationToken cancellationToken)
    {
        var owner = await FileOwner.OfAsync(cluster, cancellationToken);
        var self = await IdAsync(cancellationToken, "-u") ?? "0";
        if (!Environment.IsPrivilegedProcess)
        {
            var own = uint.Parse(self, CultureInfo.InvariantCulture);
            return owner is null || owner.User == own
                ? new ServerAccount(own, Environment.UserName, [])
                : throw new ClusterException(
                    $"The database in {cluster} belongs to another user (id {owner.User}), who started the host before. Start it as that user or as root, or give the directory to yourself: sudo chown -R {Environment.UserName} '{cluster}'");
        }

        var name = owner is { User: > 0 } ? await IdAsync(cancellationToken, "-nu", owner.User.ToString(CultureInfo.InvariantCulture)) : "postgres";
        if (name is null || await IdAsync(cancellationToken, "-u", name) is not { } user || await IdAsync(cancellationToken, "-g", name) is not { } group)
        {
            throw new ClusterException(
                $"PostgreSQL does not run as root, and the account it should run as ({name ?? owner!.User.ToString(CultureInfo.InvariantCulture)}) does not exist. Create it: useradd --system --user-group {name ?? "postgres"}, or start the host as an ordinary user.");
        }

        return new ServerAccount(uint.Parse(user, CultureInfo.InvariantCulture), name, await PrefixAsync(name, user, group, cancellationToken));
    }

    private static async Task<string?> IdAsync(CancellationToken cancellationToken, params string[] arguments) =>
        await Command.RunAsync(["id", .. arguments], cancellationToken) is { Succeeded: true } id ? id.Output : null;

    private static async Task<string[]> PrefixAsync(string name, string user, string group, CancellationToken cancellationToken)
    {
        string[][] ways =
        [
            ["setpriv", $"--reuid={user}", $"--regid={group}", "--clear-groups", "--"],
            ["runuser", "-u", name, "--"],
            ["su", name, "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--"],
        ];
        foreach (var way in ways)
        {
            if ((await Command.RunAsync([.. way, "true"], cancellationToken)).Succeeded)
            {
                return way;
            }
        }

        throw new ClusterException(
            $"PostgreSQL does not run as root, and none of setpriv, runuser and su could change to the account {name}. Start the host as an ordinary user, or allow the container to change users (capabilities SETUID and SETGID).");
    }
}
