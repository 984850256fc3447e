using System.Globalization;
using System.Text.RegularExpressions;

namespace DrAivBot.Host.Database.Cluster;

/// <summary>One PostgreSQL installation of this machine: the directory with initdb, postgres and pg_ctl.</summary>
internal sealed partial record PostgresBinaries(int Major, string Directory)
{
    public const int OldestMajor = 15;

    private static readonly string[] Needed = ["postgres", "initdb", "pg_ctl"];

    public string Tool(string name) => Path.Combine(Directory, name);

    /// <summary>All usable installations, newest first; one a major version.</summary>
    public static async Task<IReadOnlyList<PostgresBinaries>> FindAsync(CancellationToken cancellationToken)
    {
        var found = new Dictionary<int, PostgresBinaries>();
        foreach (var directory in Candidates().Where(HasAll))
        {
            var version = await Command.RunAsync([Path.Combine(directory, "postgres"), "--version"], cancellationToken);
            if (version.Succeeded && Version().Match(version.Output) is { Success: true } match)
            {
                var major = int.Parse(match.Groups["major"].ValueSpan, CultureInfo.InvariantCulture);
                found.TryAdd(major, new PostgresBinaries(major, directory));
            }
        }

        return found.Values.Any(b => b.Major >= OldestMajor)
            ? [.. found.Values.OrderByDescending(b => b.Major)]
            : throw new ClusterException(NotFound(found.Values));
    }

    // Where the packages of Debian, of postgresql.org for Fedora, of Alpine and of Homebrew put them; then the PATH.
    private static IEnumerable<string> Candidates() =>
        Below("/usr/lib/postgresql", "*", "bin")
            .Concat(Below("/usr", "pgsql-*", "bin"))
            .Concat(Below("/usr/libexec", "postgresql*", ""))
            .Concat(Below("/opt/homebrew/opt", "postgresql@*", "bin"))
            .Concat(Below("/usr/local/opt", "postgresql@*", "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Below(string parent, string pattern, string child) =>
        System.IO.Directory.Exists(parent)
            ? System.IO.Directory.EnumerateDirectories(parent, pattern).Select(d => Path.Combine(d, child))
            : [];

    private static bool HasAll(string directory) => Needed.All(tool => File.Exists(Path.Combine(directory, tool)));

    private static string NotFound(IEnumerable<PostgresBinaries> tooOld)
    {
        var versions = string.Join(", ", tooOld.Select(b => $"{b.Major} in {b.Directory}"));
        return $"""
            No PostgreSQL {OldestMajor} or newer was found on this machine{(versions.Length > 0 ? $" (too old: {versions})" : "")}, and no Database__ConnectionString is set.
            Install it:
              Debian, Ubuntu 24.04 and newer: apt-get install postgresql
              Ubuntu 22.04 (has only 14):     apt-get install postgresql-common && /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh && apt-get install postgresql-17
              Fedora:                         dnf install postgresql-server
              macOS:                          brew install postgresql@17
            or set Database__ConnectionString to a server you have.
            """;
    }

    [GeneratedRegex(@"\(PostgreSQL\)\s+(?<major>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();
}
