using DrAivBot.Host.Configuration;
using DrAivBot.Host.Modules;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Jobs;

/// <summary>Hosts beside one another on one database, their own clocks wrong by a day either way.</summary>
public sealed class SeveralHostsTests(PostgresFixture postgres)
{
    private const int Reminders = 200;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reminders_come_once_and_not_early_though_one_hosts_clock_is_a_day_behind_and_anothers_a_day_ahead()
    {
        var stage = await JobStage.OpenAsync(postgres);
        await using var host = stage.Host;
        await using var behind = await BesideAsync(host, TimeSpan.FromDays(-1));
        await using var ahead = await BesideAsync(host, TimeSpan.FromDays(1));
        var company = await stage.CompanyAsync();
        foreach (var services in new[] { host.Services, behind.Running.Services, ahead.Running.Services })
        {
            for (var i = 0; i < Reminders; i++)
            {
                await JobStage.DoAsync(services, company, "write", $"reminder {i}", $"key={i}", "clash=Keep", "delay=01:00:00");
                await JobStage.DoAsync(services, company, "long", $"long {i % 20}", $"key={i % 20}", "clash=Keep", "delay=01:00:00");
            }
        }

        await host.AdvanceAsync(TimeSpan.FromMinutes(58));
        Assert.Empty(await stage.EntriesAsync());
        await host.AdvanceAsync(TimeSpan.FromMinutes(5));

        var written = await stage.EntriesAsync();
        Assert.Equal(Reminders, written.Count(text => text.StartsWith("reminder", StringComparison.Ordinal)));
        Assert.Equal(Reminders + 40, written.Distinct().Count());
        Assert.Equal(Reminders + 40, written.Count);
        Assert.Equal(3, await host.QueryAsync<long>("select count(*) from core.jobs where module = 'core'"));
    }

    private static async Task<Beside> BesideAsync(TestHost host, TimeSpan wrong)
    {
        var directory = new TestDirectory();
        var plugins = await PluginsFile.ReadAsync(Path.Combine(host.DataDirectory, "plugins.json"), Cancel);
        var settings = new HostSettings
        {
            Telegram = new(),
            Database = new() { ConnectionString = host.ConnectionString },
            Host = new() { DataDirectory = directory.Path, PluginsFile = Path.Combine(host.DataDirectory, "plugins.json") },
            Operator = new() { Urls = ["http://127.0.0.1:0"] },
        };
        return new(
            await RunningHost.StartAsync(
                settings, plugins, new() { DefaultUrls = "http://127.0.0.1:0", Time = new WrongTime(wrong), LogToConsole = false }, Cancel),
            directory);
    }

    private sealed class Beside(RunningHost running, TestDirectory directory) : IAsyncDisposable
    {
        public RunningHost Running => running;

        public async ValueTask DisposeAsync()
        {
            await running.DisposeAsync();
            foreach (var file in Directory.EnumerateFiles(directory.Path, "*", SearchOption.AllDirectories))
            {
                File.SetAttributes(file, FileAttributes.Normal);
            }

            directory.Dispose();
        }
    }

    private sealed class WrongTime(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
