using System.Globalization;

namespace DrAivBot.Host.Database.Cluster;

/// <summary>Makes a new cluster, or refuses one that the PostgreSQL of this machine cannot read.</summary>
internal sealed class ClusterCreation(ClusterPlace place, IReadOnlyList<PostgresBinaries> installed)
{
    /// <summary>The installation to run the cluster with; the cluster exists afterwards.</summary>
    public async Task<PostgresBinaries> EnsureAsync(bool fsync, CancellationToken cancellationToken)
    {
        if (Directory.Exists(place.Cluster))
        {
            return await MatchingAsync(cancellationToken);
        }

        await CreateAsync(installed[0], fsync, cancellationToken);
        await place.RememberAsync(cancellationToken);
        return installed[0];
    }

    // initdb works beside the final name: killed half-way, it leaves nothing that looks like a database.
    private async Task CreateAsync(PostgresBinaries binaries, bool fsync, CancellationToken cancellationToken)
    {
        var unfinished = place.Cluster + ".new";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        await ClusterPlace.CreatePrivateAsync(unfinished, place.Account, cancellationToken);
        var initdb = await place.Account.RunAsync(cancellationToken, [.. InitCommand(binaries, unfinished), .. fsync ? Array.Empty<string>() : ["--no-sync"]]);
        if (!initdb.Succeeded)
        {
            throw new ClusterException(
                $"The database could not be created in {place.Cluster}. initdb (exit code {initdb.ExitCode}) says:\n{initdb.Output}\nMend what it names and start again; nothing of the attempt is kept.");
        }

        Directory.Move(unfinished, place.Cluster);
    }

    // Order by code point (fast, the same on every system), but case and letters of Cyrillic as in Unicode.
    private static string[] InitCommand(PostgresBinaries binaries, string directory)
    {
        var letters = OperatingSystem.IsMacOS() ? "en_US.UTF-8" : "C.UTF-8";
        string[] provider = binaries.Major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : [];
        return
        [
            binaries.Tool("initdb"), "--pgdata", directory, "--username=postgres", "--encoding=UTF8",
            "--locale=C", $"--lc-ctype={letters}", .. provider,
            "--text-search-config=simple", "--auth-local=trust", "--auth-host=reject", "--data-checksums", "--no-instructions",
        ];
    }

    private async Task<PostgresBinaries> MatchingAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(place.VersionFile))
        {
            throw new ClusterException(
                $"{place.Cluster} exists but holds no PostgreSQL database (no file PG_VERSION). Bring the database back from a backup, or move the directory away to begin with an empty one.");
        }

        var version = (await File.ReadAllTextAsync(place.VersionFile, cancellationToken)).Trim();
        return installed.FirstOrDefault(b => b.Major.ToString(CultureInfo.InvariantCulture) == version)
            ?? throw new ClusterException(OtherMajor(version));
    }

    private string OtherMajor(string version)
    {
        var newest = installed[0];
        var versions = string.Join(", ", installed.Select(b => b.Major));
        var known = int.TryParse(version, CultureInfo.InvariantCulture, out var major);
        var refusal = $"The database in {place.Cluster} was made by PostgreSQL {version}, and this machine has only PostgreSQL {versions}, which cannot read it. Nothing was changed.";
        if (!known || major > newest.Major)
        {
            return $"{refusal}\nInstall PostgreSQL {version} (Debian, Ubuntu: apt-get install postgresql-{version}) and start again.";
        }

        var old = $"{place.Cluster}.{version}";
        var oldBinaries = Path.GetDirectoryName(newest.Directory) is { } parent && parent.StartsWith("/usr/lib/postgresql/", StringComparison.Ordinal)
            ? $"/usr/lib/postgresql/{version}/bin"
            : $"<directory of PostgreSQL {version}'s programs>";
        var init = string.Join(' ', InitCommand(newest, place.Cluster).Select(Shell));
        var create = place.Account.IsForeign ? $"install -d -m 700 -o {place.Account.Name} {Shell(place.Cluster)}" : $"mkdir -m 700 {Shell(place.Cluster)}";
        var upgrade = $"{newest.Tool("pg_upgrade")} -b {oldBinaries} -B {newest.Directory} -d {Shell(old)} -D {Shell(place.Cluster)} -U postgres --socketdir /tmp";
        return $"""
            {refusal}
            Either install PostgreSQL {version} again (Debian, Ubuntu: apt-get install postgresql-{version}) and start again, or upgrade the database. Make a copy first; PostgreSQL {version} must be installed for the upgrade:
              mv {Shell(place.Cluster)} {Shell(old)}
              {create}
              {place.Account.Shown(init)}
              cd /tmp && {place.Account.Shown(upgrade)}
            Then start the host. {old} can be deleted once all is well.
            """;
    }

    private static string Shell(string word) => word.All(c => char.IsAsciiLetterOrDigit(c) || "/._-=".Contains(c, StringComparison.Ordinal))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
