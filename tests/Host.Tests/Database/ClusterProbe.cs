using System.Diagnostics;
using System.Globalization;
using DrAivBot.Host.Database.Cluster;
using Npgsql;

namespace DrAivBot.Host.Tests.Database;

/// <summary>Looks at a cluster from outside: its files, its process, its socket.</summary>
internal sealed class ClusterProbe(string data)
{
    /// <summary>Set in the environment of a copy of this test process that acts as the host and is killed.</summary>
    public const string KilledHost = "DRAIVBOT_TEST_KILLED_HOST";

    public string Cluster => Path.Combine(data, "postgres");

    public string PidFile => Path.Combine(Cluster, "postmaster.pid");

    public bool Runs => File.Exists(PidFile);

    public int Process => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = Path.Combine(data, "postgres.run"),
        Username = "postgres",
        Database = "draivbot",
        Pooling = false,
    }.ConnectionString;

    /// <summary>A real host process starts the cluster and is killed with SIGKILL.</summary>
    public async Task LeaveARunningServerAsync(CancellationToken cancellationToken)
    {
        var copy = new ProcessStartInfo(Environment.ProcessPath!, ["--filter-method", "*A_server_that_outlived_its_killed_host*"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        copy.Environment[KilledHost] = data;
        using var host = System.Diagnostics.Process.Start(copy)!;
        var output = host.StandardOutput.ReadToEndAsync(cancellationToken);
        await host.WaitForExitAsync(cancellationToken);
        Assert.True(host.ExitCode == 137 && Runs, $"Exit code {host.ExitCode}: {await output}");
    }

    public static async Task StartAndBeKilledAsync(string data, CancellationToken cancellationToken)
    {
        var options = new EmbeddedClusterOptions { DataDirectory = data, Fsync = false };
        await EmbeddedCluster.StartAsync(options, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, cancellationToken);
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        self.Kill();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }

    public void Kill()
    {
        using var server = System.Diagnostics.Process.GetProcessById(Process);
        server.Kill();
    }

    /// <summary>An unrelated process of the account that runs the server.</summary>
    public Process StartUnrelated()
    {
        var user = File.ReadLines($"/proc/{Process}/status").First(l => l.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1];
        return Environment.IsPrivilegedProcess
            ? System.Diagnostics.Process.Start("setpriv", [$"--reuid={user}", "--clear-groups", "sleep", "60"])
            : System.Diagnostics.Process.Start("sleep", ["60"]);
    }

    public static async Task ExecuteAsync(string connectionString, string sql) => await ScalarAsync<object>(connectionString, sql);

    public static async Task<T?> ScalarAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The session of a process; what Ctrl-C on a terminal reaches shares one.</summary>
    public static async Task<string> SessionAsync(string process)
    {
        var stat = await File.ReadAllTextAsync($"/proc/{process}/stat", TestContext.Current.CancellationToken);
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3];
    }

    /// <summary>Asks again until it is so, for at most 20 seconds; a refused connection means not yet.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> isSo)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(20);)
        {
            try
            {
                if (await isSo())
                {
                    return;
                }
            }
            catch (Exception e) when (e is NpgsqlException or IOException)
            {
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.Fail("It did not become so within 20 seconds.");
    }
}
