using System.Diagnostics;
using System.Globalization;
using DrAivBot.Host.Database.Cluster;
using DrAivBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DrAivBot.Chaos;

/// <summary>
/// A PostgreSQL cluster of the run's own. Its processes die at the signal of an immediate stop, transactions and all; the
/// watch of the embedded cluster starts it again, and it recovers from its log. Without fsync: no power is cut here.
/// </summary>
internal sealed class DatabaseServer : IAsyncDisposable
{
    private readonly TestDirectory _directory = new();
    private EmbeddedCluster? _cluster;

    public string ConnectionString { get; private set; } = "";

    public static async Task<DatabaseServer> StartAsync(CancellationToken cancellationToken)
    {
        var server = new DatabaseServer();
        var options = new EmbeddedClusterOptions { DataDirectory = server._directory.Path, Fsync = false };
        server._cluster = await EmbeddedCluster.StartAsync(options, NullLogger.Instance, cancellationToken);
        server.ConnectionString = server._cluster.ConnectionString;
        return server;
    }

    /// <summary>As after a while: the files of its log are there to be used again, and it need not fill new ones with zeros while all wait.</summary>
    public async Task AgeAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("do $$ begin for i in 1..20 loop perform pg_logical_emit_message(true, '', ''), pg_switch_wal(); end loop; end $$", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        command.CommandText = "checkpoint";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What «pg_ctl stop -m immediate» does, then waits until the server answers again.</summary>
    public async Task<TimeSpan> RestartAsync(CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var pidFile = Directory.EnumerateFiles(_directory.Path, "postmaster.pid", SearchOption.AllDirectories).Single();
        var process = int.Parse((await File.ReadAllLinesAsync(pidFile, cancellationToken))[0], CultureInfo.InvariantCulture);
        using (var kill = Process.Start("kill", ["-QUIT", process.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(cancellationToken);
        }

        while (IsAlive(process) || !await IsReadyAsync(cancellationToken))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        }

        return Stopwatch.GetElapsedTime(began);
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }

        _directory.Dispose();
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false;Timeout=2");
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException)
        {
            return false;
        }
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
