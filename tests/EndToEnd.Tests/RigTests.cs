using DrAivBot.EndToEnd.Tests.Driving;
using DrAivBot.Testing;

namespace DrAivBot.EndToEnd.Tests;

/// <summary>The benchmarks measure what works: the rig's conversation goes through host and bench module without a fault.</summary>
public sealed class RigTests(PostgresFixture postgres)
{
    private const int Updates = 500;

    [Theory]
    [InlineData("webhook")]
    [InlineData("polling")]
    public async Task The_rig_finds_every_update_answered_once_in_order_and_with_its_state(string mode)
    {
        await using var database = await postgres.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        using var directory = await HostDirectory.CreateAsync(("bench", Repository.BenchModule));
        await RigRun.PrepareAsync(directory, database);

        var report = await RigRun.RunAsync(directory, database, mode, Updates);

        Assert.True(report.GetProperty("clean").GetBoolean(), report.GetRawText());
        Assert.InRange(report.GetProperty("replied").GetInt32(), Updates, int.MaxValue);
        await using var tables = new Tables(database.ConnectionString);
        Assert.Equal(report.GetProperty("replied").GetInt32(), await tables.ReadAsync<long>("select count(distinct (user_id, n)) from bench.events"));
        Assert.Equal(report.GetProperty("replied").GetInt32(), await tables.ReadAsync<long>("select count(*) from bench.events"));
    }
}
