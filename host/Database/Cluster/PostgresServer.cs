using System.Globalization;

namespace DrAivBot.Host.Database.Cluster;

/// <summary>
/// The server process of one cluster. It is started by pg_ctl, which gives it a session of its own: Ctrl-C on the
/// host's terminal does not reach it, and it outlives a killed host; the next host adopts it.
/// </summary>
internal sealed class PostgresServer(ClusterPlace place, PostgresBinaries binaries, ServerLog log, bool fsync)
{
    // Above every system's largest process id, so surely nobody's.
    private const string NobodysProcess = "2147483646";

    private const int StartAttempts = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private string PidFile => Path.Combine(place.Cluster, "postmaster.pid");

    /// <summary>
    /// Makes the server run and answers the directory of its socket.
    /// Adopted is true when it ran before, started by a host that is gone.
    /// </summary>
    public async Task<(string SocketDirectory, bool Adopted)> EnsureAsync(CancellationToken cancellationToken)
    {
        if (await AdoptAsync(cancellationToken))
        {
            return (await SocketDirectoryAsync(cancellationToken), true);
        }

        await ForgetReusedProcessIdAsync(cancellationToken);
        await WriteSettingsAsync(await place.PrepareSocketDirectoryAsync(cancellationToken), cancellationToken);
        await StartAsync(cancellationToken);
        return (await SocketDirectoryAsync(cancellationToken), false);
    }

    public async Task<bool> IsRunningAsync(CancellationToken cancellationToken) =>
        await ProcessIdAsync(cancellationToken) is { } process && await IsOursAsync(process, cancellationToken);

    /// <summary>Stops the server: open transactions are rolled back, what was committed is on disk.</summary>
    public async Task<Command> StopAsync(CancellationToken cancellationToken)
    {
        var stop = await place.Account.RunAsync(cancellationToken, binaries.Tool("pg_ctl"), "stop", "-D", place.Cluster, "-m", "fast", "-w", "-t", "60");
        return stop.Succeeded || !await IsRunningAsync(cancellationToken) ? stop with { ExitCode = 0 } : stop;
    }

    // A running server may still be recovering (wait for it) or just be stopping (then it is gone in a moment).
    private async Task<bool> AdoptAsync(CancellationToken cancellationToken)
    {
        while (await IsRunningAsync(cancellationToken))
        {
            var ready = await Command.RunAsync(
                [binaries.Tool("pg_isready"), "-q", "-h", await SocketDirectoryAsync(cancellationToken)], cancellationToken);
            if (ready.Succeeded)
            {
                return true;
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }

        return false;
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(log.Path)!);
        await log.RotateIfLargeAsync(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var position = log.Length();
            // The log is opened before root's rights are given up: the logs directory belongs to the host.
            var started = await Command.RunAsync(
                [
                    "sh", "-c", "log=$0; umask 077; exec >>\"$log\" 2>&1; exec \"$@\"", log.Path,
                    .. place.Account.CommandLine(binaries.Tool("pg_ctl"), "start", "-D", place.Cluster, "-w", "-t", "600", "-s"),
                ],
                cancellationToken);
            if (started.Succeeded)
            {
                return;
            }

            var words = await log.SinceAsync(position, cancellationToken);
            // The children of a killed server notice its end within moments; until then PostgreSQL rightly refuses.
            if (attempt == StartAttempts || !words.Contains("shared memory block", StringComparison.Ordinal))
            {
                throw new ClusterException(
                    $"The database server of {place.Cluster} did not start. It says (more in {log.Path}):\n{(words.Length > 0 ? words : started.Output)}");
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    private async Task<string> SocketDirectoryAsync(CancellationToken cancellationToken)
    {
        // The fifth line; absent in the first moments of a start.
        var lines = await File.ReadAllLinesAsync(PidFile, cancellationToken);
        return lines.Length > 4 ? lines[4] : "";
    }

    private async Task WriteSettingsAsync(string socketDirectory, CancellationToken cancellationToken)
    {
        var written = await place.Account.RunAsync(
            cancellationToken, "sh", "-c", ClusterSettings.WriteScript, place.Cluster, ClusterSettings.Text(socketDirectory, fsync));
        if (!written.Succeeded)
        {
            throw new ClusterException($"The settings of the database in {place.Cluster} could not be written: {written.Output}");
        }
    }

    // After a reboot, or in a container, another process may have the id in postmaster.pid; PostgreSQL would refuse to
    // start. The file is kept, with nobody's id: it also names the shared memory, and PostgreSQL must still see from
    // it whether children of the dead server live on.
    private async Task ForgetReusedProcessIdAsync(CancellationToken cancellationToken)
    {
        if (await ProcessIdAsync(cancellationToken) is null)
        {
            return;
        }

        var lines = await File.ReadAllLinesAsync(PidFile, cancellationToken);
        lines[0] = NobodysProcess;
        await File.WriteAllLinesAsync(PidFile, lines, cancellationToken);
        if (lines.Length > 4 && lines[4].Length > 0)
        {
            File.Delete(Path.Combine(lines[4], ".s.PGSQL.5432.lock"));
        }
    }

    private async Task<int?> ProcessIdAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(PidFile))
        {
            return null;
        }

        var lines = await File.ReadAllLinesAsync(PidFile, cancellationToken);
        return lines.Length > 0 && int.TryParse(lines[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out var process) ? process : null;
    }

    // The command line, not the working directory: the latter is hidden from root in a container without SYS_PTRACE.
    private async Task<bool> IsOursAsync(int process, CancellationToken cancellationToken)
    {
        var commandLine = OperatingSystem.IsLinux()
            ? await LinuxCommandLineAsync(process, cancellationToken)
            : (await Command.RunAsync(["ps", "-ww", "-o", "args=", "-p", process.ToString(CultureInfo.InvariantCulture)], cancellationToken)).Output;
        return commandLine.TrimEnd().EndsWith($"postgres -D {place.Cluster}", StringComparison.Ordinal);
    }

    private static async Task<string> LinuxCommandLineAsync(int process, CancellationToken cancellationToken)
    {
        try
        {
            return (await File.ReadAllTextAsync($"/proc/{process}/cmdline", cancellationToken)).Replace('\0', ' ');
        }
        catch (IOException)
        {
            return "";
        }
    }
}
