using System.Diagnostics;
using System.Globalization;

namespace DrAivBot.Testing;

/// <summary>
/// An empty temporary directory, deleted when disposed. Its name holds the process id, so that a later run can clear
/// up after one that was killed: the PostgreSQL server of a killed run is stopped and its directory deleted.
/// </summary>
public sealed class TestDirectory : IDisposable
{
    private const string Prefix = "draivbot-test-";

    /// <summary>Creates it below the system's temporary directory, with a short name: sockets live in it.</summary>
    public TestDirectory()
    {
        ClearUpAfterKilledRuns();
        Path = Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-").FullName;
        if (!OperatingSystem.IsWindows())
        {
            // PostgreSQL may run as another account than the tests (root's case) and must pass through.
            File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static void ClearUpAfterKilledRuns()
    {
        foreach (var directory in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*"))
        {
            var owner = System.IO.Path.GetFileName(directory)[Prefix.Length..].Split('-')[0];
            if (int.TryParse(owner, CultureInfo.InvariantCulture, out var process) && !IsAlive(process))
            {
                ClearUp(directory);
            }
        }
    }

    private static void ClearUp(string directory)
    {
        try
        {
            foreach (var pidFile in Directory.EnumerateFiles(directory, "postmaster.pid", SearchOption.AllDirectories))
            {
                StopServer(File.ReadLines(pidFile).First(), System.IO.Path.GetDirectoryName(pidFile)!);
            }

            Directory.Delete(directory, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // Another user's, or another run clears it up at this moment: nothing this run needs.
        }
    }

    private static void StopServer(string process, string cluster)
    {
        var commandLine = $"/proc/{process}/cmdline";
        if (File.Exists(commandLine) && File.ReadLines(commandLine).FirstOrDefault("").Contains(cluster, StringComparison.Ordinal))
        {
            using var server = Process.GetProcessById(int.Parse(process, CultureInfo.InvariantCulture));
            server.Kill();
            server.WaitForExit(TimeSpan.FromSeconds(5));
        }
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var alive = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
