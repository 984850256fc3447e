using System.Globalization;
using DrAivBot.Host.Database.Cluster;
using DrAivBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DrAivBot.Host.Tests.Database;

public sealed class EmbeddedClusterTests : IDisposable
{
    private const UnixFileMode OnlyMine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly TestDirectory _directory = new();
    private readonly ClusterProbe _probe;

    public EmbeddedClusterTests() => _probe = new ClusterProbe(Data);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_directory.Path, "data");

    private EmbeddedClusterOptions Options => new() { DataDirectory = Data, Fsync = false };

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task What_was_committed_is_there_after_a_stop_and_a_new_start()
    {
        await using (var first = await StartAsync(Options))
        {
            await ClusterProbe.ExecuteAsync(first.ConnectionString, "create table kept (id int); insert into kept values (7)");
        }

        Assert.False(_probe.Runs);
        await using var second = await StartAsync(Options);
        Assert.Equal(7, await ClusterProbe.ScalarAsync<int>(second.ConnectionString, "select id from kept"));
    }

    [Fact]
    public async Task The_server_is_private_knows_Cyrillic_and_does_not_run_as_root()
    {
        await using var cluster = await StartAsync(Options);

        Assert.Equal("", await ClusterProbe.ScalarAsync<string>(cluster.ConnectionString, "show listen_addresses"));
        Assert.Equal("on", await ClusterProbe.ScalarAsync<string>(cluster.ConnectionString, "show data_checksums"));
        Assert.Equal("UTF8", await ClusterProbe.ScalarAsync<string>(cluster.ConnectionString, "show server_encoding"));
        Assert.Equal("щит", await ClusterProbe.ScalarAsync<string>(cluster.ConnectionString, "select lower('ЩИТ')"));
        Assert.Equal("draivbot", await ClusterProbe.ScalarAsync<string>(cluster.ConnectionString, "select current_database()::text"));
        var socket = new NpgsqlConnectionStringBuilder(cluster.ConnectionString).Host!;
        Assert.Equal(OnlyMine, Mode(socket));
        Assert.Equal(OnlyMine, Mode(_probe.Cluster));
        Assert.NotEqual(await ClusterProbe.SessionAsync("self"), await ClusterProbe.SessionAsync($"{_probe.Process}"));
        Assert.DoesNotContain("\nUid:\t0\t", await File.ReadAllTextAsync($"/proc/{_probe.Process}/status", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_server_comes_back_by_itself_with_what_was_committed()
    {
        await using var cluster = await StartAsync(Options);
        await ClusterProbe.ExecuteAsync(cluster.ConnectionString, "create table kept (id int); insert into kept values (7)");
        var killed = _probe.Process;
        _probe.Kill();

        await ClusterProbe.EventuallyAsync(async () => await ClusterProbe.ScalarAsync<int>(cluster.ConnectionString, "select id from kept") == 7);

        Assert.NotEqual(killed, _probe.Process);
    }

    [Fact]
    public async Task A_server_killed_together_with_its_host_recovers_at_the_next_start()
    {
        await _probe.LeaveARunningServerAsync(Cancellation);
        await ClusterProbe.ExecuteAsync(_probe.ConnectionString, "create table kept (id int); insert into kept values (7)");
        _probe.Kill();

        await using var cluster = await StartAsync(Options);

        Assert.Equal(7, await ClusterProbe.ScalarAsync<int>(cluster.ConnectionString, "select id from kept"));
    }

    [Fact]
    public async Task A_server_that_outlived_its_killed_host_is_adopted_and_stopped_in_the_end()
    {
        if (Environment.GetEnvironmentVariable(ClusterProbe.KilledHost) is { } data)
        {
            await ClusterProbe.StartAndBeKilledAsync(data, Cancellation);
        }

        await _probe.LeaveARunningServerAsync(Cancellation);
        var process = _probe.Process;

        await using (await StartAsync(Options))
        {
            Assert.Equal(process, _probe.Process);
        }

        Assert.False(_probe.Runs);
    }

    [Fact]
    public async Task A_stale_pid_file_with_the_id_of_another_living_process_does_not_prevent_the_start()
    {
        await _probe.LeaveARunningServerAsync(Cancellation);
        var pidFile = _probe.PidFile;
        var lines = await File.ReadAllLinesAsync(pidFile, Cancellation);
        // PostgreSQL takes a living process of its own account for a server.
        using var innocent = _probe.StartUnrelated();
        _probe.Kill();
        lines[0] = innocent.Id.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(pidFile, lines, Cancellation);

        await using var cluster = await StartAsync(Options);

        Assert.Equal(1, await ClusterProbe.ScalarAsync<int>(cluster.ConnectionString, "select 1"));
        Assert.False(innocent.HasExited);
        innocent.Kill();
    }

    [Fact]
    public async Task A_second_host_on_the_data_directory_says_who_has_it_and_stops()
    {
        await using var first = await StartAsync(Options);

        var refused = await Assert.ThrowsAsync<ClusterException>(() => StartAsync(Options));

        Assert.Contains($"Another DrAivBot host (process {Environment.ProcessId}) uses {Data}", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await ClusterProbe.ScalarAsync<int>(first.ConnectionString, "select 1"));
    }

    [Theory]
    [InlineData("12", "pg_upgrade -b /usr/lib/postgresql/12/bin")]
    [InlineData("99", "Install PostgreSQL 99")]
    public async Task A_cluster_of_another_major_version_is_refused_with_the_way_out(string version, string wayOut)
    {
        await (await StartAsync(Options)).StopAsync();
        var versionFile = Path.Combine(_probe.Cluster, "PG_VERSION");
        var original = await File.ReadAllTextAsync(versionFile, Cancellation);
        await File.WriteAllTextAsync(versionFile, version + "\n", Cancellation);

        var refused = await Assert.ThrowsAsync<ClusterException>(() => StartAsync(Options));

        Assert.Contains($"The database in {_probe.Cluster} was made by PostgreSQL {version}", refused.Message, StringComparison.Ordinal);
        Assert.Contains(wayOut, refused.Message, StringComparison.Ordinal);
        await File.WriteAllTextAsync(versionFile, original, Cancellation);
        await (await StartAsync(Options)).StopAsync();
    }

    [Theory]
    [InlineData("with a space, a comma, 'quotes' and кириллица")]
    [InlineData("a-path-that-is-much-too-long-for-a-unix-socket-whose-whole-name-must-fit-into-one-hundred-and-seven-bytes")]
    public async Task A_data_directory_may_have_any_name(string name)
    {
        var options = Options with { DataDirectory = Path.Combine(_directory.Path, name) };

        await using var cluster = await StartAsync(options);

        Assert.Equal(1, await ClusterProbe.ScalarAsync<int>(cluster.ConnectionString, "select 1"));
        var socket = new NpgsqlConnectionStringBuilder(cluster.ConnectionString).Host!;
        Assert.Equal(OnlyMine, Mode(socket));
        await cluster.StopAsync();
        if (!socket.StartsWith(_directory.Path, StringComparison.Ordinal))
        {
            Directory.Delete(socket, recursive: true);
        }
    }

    [Fact]
    public async Task A_name_that_the_tools_of_PostgreSQL_would_hand_to_a_shell_is_refused()
    {
        var refused = await Assert.ThrowsAsync<ClusterException>(() => StartAsync(Options with { DataDirectory = Path.Combine(_directory.Path, "a $(b)") }));

        Assert.Contains("Rename it", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_planted_socket_directory_is_refused()
    {
        Directory.CreateDirectory(Data);
        Directory.CreateSymbolicLink(Path.Combine(Data, "postgres.run"), "/tmp");

        var refused = await Assert.ThrowsAsync<ClusterException>(() => StartAsync(Options));

        Assert.Contains("should be a directory with mode 0700", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Root_in_a_closed_directory_keeps_the_database_elsewhere_and_finds_it_again()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root runs PostgreSQL as another account.");
        Directory.CreateDirectory(Data);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Data, OnlyMine);
        }

        var options = Options with { RootFallbackDirectory = Path.Combine(_directory.Path, "lib") };
        await using (var first = await StartAsync(options))
        {
            await ClusterProbe.ExecuteAsync(first.ConnectionString, "create table kept (id int); insert into kept values (7)");
        }

        Assert.False(Directory.Exists(_probe.Cluster));
        var location = (await File.ReadAllTextAsync(Path.Combine(Data, "postgres.location"), Cancellation)).Trim();
        Assert.StartsWith(options.RootFallbackDirectory, location, StringComparison.Ordinal);
        await using (var second = await StartAsync(options))
        {
            Assert.Equal(7, await ClusterProbe.ScalarAsync<int>(second.ConnectionString, "select id from kept"));
        }

        Directory.Move(location, location + ".away");
        var refused = await Assert.ThrowsAsync<ClusterException>(() => StartAsync(options));
        Assert.Contains("but there is nothing", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Initdb_that_fails_is_quoted_and_leaves_nothing_behind()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "postgres.new"), "a file where initdb needs a directory", Cancellation);

        var refused = await Assert.ThrowsAsync<ClusterException>(() => StartAsync(Options));

        Assert.Contains("postgres.new", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_probe.Cluster));
    }

    [Fact]
    public async Task A_large_log_is_moved_aside_while_the_server_writes_on()
    {
        var options = Options with { LogLimit = 20_000 };
        await using var cluster = await StartAsync(options);
        var log = Path.Combine(Data, "logs", "postgres.log");

        var absent = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Database = "absent", Pooling = false }.ConnectionString;
        await ClusterProbe.EventuallyAsync(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                // A refused login is the one line anybody can cause.
                var connection = new NpgsqlConnection(absent);
                await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(Cancellation));
                await connection.DisposeAsync();
            }

            return File.Exists(log + ".1");
        });

        await ClusterProbe.EventuallyAsync(() => Task.FromResult(new FileInfo(log).Length < 20_000));
        Assert.StartsWith("20", (await File.ReadAllLinesAsync(log + ".1", Cancellation))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_statement_parameter_or_refused_value_reaches_the_log()
    {
        await using var cluster = await StartAsync(Options);
        await using var source = NpgsqlDataSource.Create(cluster.ConnectionString);
        foreach (var sql in new[] { "select 'canary'::int", "select 1 / 0 as canary", "do $$ begin raise warning 'canary'; end $$" })
        {
            await using var command = source.CreateCommand(sql);
            await Record.ExceptionAsync(() => command.ExecuteNonQueryAsync(Cancellation));
        }

        await cluster.StopAsync();
        Assert.DoesNotContain("canary", await File.ReadAllTextAsync(Path.Combine(Data, "logs", "postgres.log"), Cancellation), StringComparison.Ordinal);
    }

    private static Task<EmbeddedCluster> StartAsync(EmbeddedClusterOptions options) =>
        EmbeddedCluster.StartAsync(options, NullLogger.Instance, Cancellation);

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);
}
