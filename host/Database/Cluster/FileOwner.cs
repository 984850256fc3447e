using System.Globalization;

namespace DrAivBot.Host.Database.Cluster;

/// <summary>Type, permissions and owner of a path itself, links not followed.</summary>
internal sealed record FileOwner(string Mode, uint User)
{
    public bool IsPrivateDirectory => Mode.StartsWith("drwx------", StringComparison.Ordinal);

    /// <summary>Null when there is nothing at the path, or the path is out of reach.</summary>
    public static async Task<FileOwner?> OfAsync(string path, CancellationToken cancellationToken)
    {
        // .NET cannot tell a file's owner, and stat(1) has other options on every system; ls -ldn is POSIX.
        var listing = await Command.RunAsync(["ls", "-ldn", "--", path], cancellationToken);
        var fields = listing.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return listing.Succeeded && fields.Length > 3
            ? new FileOwner(fields[0], uint.Parse(fields[2], CultureInfo.InvariantCulture))
            : null;
    }
}
