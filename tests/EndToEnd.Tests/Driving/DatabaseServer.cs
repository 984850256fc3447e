using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using DrAivBot.Host.Database.Cluster;
using DrAivBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DrAivBot.EndToEnd.Tests.Driving;

/// <summary>A database server of one test, reached by the host over a network that the test can cut.</summary>
internal sealed class DatabaseServer : IAsyncDisposable
{
    private readonly TestDirectory _place;
    private readonly EmbeddedCluster _cluster;

    private DatabaseServer(TestDirectory place, EmbeddedCluster cluster)
    {
        (_place, _cluster) = (place, cluster);
        var socket = new NpgsqlConnectionStringBuilder(cluster.ConnectionString);
        Network = TcpProxy.To(new UnixDomainSocketEndPoint(Path.Combine(socket.Host!, $".s.PGSQL.{socket.Port}")));
    }

    /// <summary>The network between host and server.</summary>
    public TcpProxy Network { get; }

    /// <summary>Past the network: for assertions.</summary>
    public string Direct => _cluster.ConnectionString;

    public string LogFile => Path.Combine(_place.Path, "logs", "postgres.log");

    public static async Task<DatabaseServer> StartAsync()
    {
        var place = new TestDirectory();
        var options = new EmbeddedClusterOptions { DataDirectory = place.Path, Fsync = false };
        return new(place, await EmbeddedCluster.StartAsync(options, NullLogger.Instance, TestContext.Current.CancellationToken));
    }

    /// <summary>What a host is given.</summary>
    public string ThroughTheNetwork(string? password = null) => new NpgsqlConnectionStringBuilder(Direct)
    {
        Host = "127.0.0.1",
        Port = Network.Port,
        Password = password,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    /// <summary>What <c>pg_ctl stop -m immediate</c> does; the server is started again as soon as that is noticed.</summary>
    public async Task CrashAsync()
    {
        var pidFile = Directory.EnumerateFiles(_place.Path, "postmaster.pid", SearchOption.AllDirectories).Single();
        var id = (await File.ReadAllLinesAsync(pidFile, TestContext.Current.CancellationToken))[0];
        using var server = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
        using var kill = Process.Start("kill", ["-QUIT", id]);
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until the server takes connections.</summary>
    public Task SeeBackAsync() => Until.TrueAsync(
        async () =>
        {
            try
            {
                await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Direct) { Pooling = false }.ConnectionString);
                await connection.OpenAsync(TestContext.Current.CancellationToken);
                return true;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        },
        TimeSpan.FromSeconds(20),
        () => Task.FromResult("the server was back"));

    public async ValueTask DisposeAsync()
    {
        await Network.DisposeAsync();
        await _cluster.DisposeAsync();
        _place.Dispose();
    }
}
