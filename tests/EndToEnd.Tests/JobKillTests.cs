using System.Diagnostics;
using DrAivBot.EndToEnd.Tests.Driving;
using DrAivBot.Testing;
using Npgsql;

namespace DrAivBot.EndToEnd.Tests;

/// <summary>kill -9 of the host while jobs run.</summary>
public sealed class JobKillTests(PostgresFixture postgres)
{
    private const int Kills = 4;
    private const int Many = 2_000;

    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Jobs_that_were_running_when_the_host_was_killed_run_again_within_a_minute_and_take_effect_once()
    {
        await using var api = await BotApiServer.StartAsync();
        await using var database = await postgres.CreateDatabaseAsync(Cancel);
        await using var tables = new Tables(database.ConnectionString);
        using var directory = await HostDirectory.CreateAsync(("chores", Repository.ChoresModule));
        var settings = Settings.Polling(api.Address, database, FreePort.Find());
        var first = await HostProcess.StartAsync(directory, settings);
        await ScheduleAsync(database, "long", """{"Text":"report","Then":"3000"}""", 1);
        await ScheduleAsync(database, "write", """{"Text":"nap","Then":"nap"}""", 1);
        await Until.TrueAsync(
            async () => await tables.ReadAsync<long>("""
                select (select count(*) from chores.entries where text = 'report begun')
                    + (select count(*) from pg_stat_activity where query like 'select pg_sleep%' and datname = current_database())
                """) == 2,
            TimeSpan.FromSeconds(20),
            () => Task.FromResult("both jobs were running"));

        await first.KillAsync();
        await first.DisposeAsync();
        var killed = Stopwatch.GetTimestamp();
        await using var second = await HostProcess.StartAsync(directory, settings);
        await Until.TrueAsync(
            async () => await tables.ReadAsync<long>("select count(*) from core.jobs where module = 'chores' and cron is null") == 0,
            Promise - Stopwatch.GetElapsedTime(killed),
            () => Task.FromResult($"the jobs ran again. The host said:\n{second.Output}"));

        TestContext.Current.TestOutputHelper?.WriteLine($"done {Stopwatch.GetElapsedTime(killed).TotalSeconds:0.0} s after the kill");
        Assert.Equal(1, await tables.ReadAsync<long>("select count(*) from chores.entries where text = 'nap'"));
        Assert.Equal(1, await tables.ReadAsync<long>("select count(*) from chores.entries where text = 'report finished'"));
        Assert.Equal(2, await tables.ReadAsync<long>("select count(*) from chores.entries where text = 'report begun'"));
        Assert.Equal(1, await tables.ReadAsync<int>("select max(attempt) from chores.entries"));
    }

    [Fact]
    public async Task Of_many_jobs_on_two_hosts_that_are_killed_again_and_again_each_takes_effect_once()
    {
        await using var api = await BotApiServer.StartAsync();
        await using var database = await postgres.CreateDatabaseAsync(Cancel);
        await using var tables = new Tables(database.ConnectionString);
        using var directories = new Pair(
            await HostDirectory.CreateAsync(("chores", Repository.ChoresModule)), await HostDirectory.CreateAsync(("chores", Repository.ChoresModule)));
        var hosts = new[] { await StartAsync(api, database, directories.First), await StartAsync(api, database, directories.Second) };
        try
        {
            await ScheduleAsync(database, "write", """{"Text":"one of many"}""", Many);
            for (var kill = 0; kill < Kills; kill++)
            {
                var goal = (kill + 1) * Many / (Kills + 2);
                await Until.TrueAsync(async () => await WrittenAsync(tables) >= goal, Promise, () => Task.FromResult($"{goal} jobs were done:\n{hosts[0].Output}"));
                await hosts[kill % 2].KillAsync();
                await hosts[kill % 2].DisposeAsync();
                hosts[kill % 2] = await StartAsync(api, database, kill % 2 == 0 ? directories.First : directories.Second);
            }

            await Until.TrueAsync(
                async () => await tables.ReadAsync<long>("select count(*) from core.jobs where module = 'chores' and cron is null") == 0,
                Promise,
                () => Task.FromResult("all jobs were done"));
            Assert.Equal(Many, await WrittenAsync(tables));
            Assert.Equal(Many, await tables.ReadAsync<long>("select count(distinct job) from chores.entries"));
            Assert.Equal(0, await tables.ReadAsync<long>("select count(*) from core.dead_jobs"));
        }
        finally
        {
            foreach (var host in hosts)
            {
                await host.DisposeAsync();
            }
        }
    }

    private static Task<HostProcess> StartAsync(BotApiServer api, TestDatabase database, HostDirectory directory) =>
        HostProcess.StartAsync(directory, Settings.Polling(api.Address, database, FreePort.Find()));

    private static Task<long> WrittenAsync(Tables tables) => tables.ReadAsync<long>("select count(*) from chores.entries");

    private static async Task ScheduleAsync(TestDatabase database, string name, string payload, int count)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand("""
            insert into core.jobs (company_id, id, module, name, payload, due_at, next_at)
            select md5((n % 20)::text)::uuid, gen_random_uuid(), 'chores', $1, $2, core.clock(), core.clock() from generate_series(1, $3) n
            """);
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = payload });
        command.Parameters.Add(new() { Value = count });
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private sealed record Pair(HostDirectory First, HostDirectory Second) : IDisposable
    {
        public void Dispose()
        {
            First.Dispose();
            Second.Dispose();
        }
    }
}
