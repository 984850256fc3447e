using DrAivBot.EndToEnd.Tests.Driving;

namespace DrAivBot.EndToEnd.Tests;

/// <summary>The database's disk is full while updates pour in, and has room again.</summary>
public sealed class DiskFullTests
{
    private static readonly TimeSpan FullLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan HealLimit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Nothing_is_acknowledged_that_a_full_disk_did_not_take_and_all_goes_on_by_itself_when_there_is_room()
    {
        var disk = await SmallDisk.TryMountAsync();
        Assert.SkipWhen(disk is null, "A small disk can be mounted by root on Linux only.");
        await using var api = await BotApiServer.StartAsync();
        await using var server = await DatabaseServer.StartAsync(disk);
        await using var tables = new Tables(server.Direct);
        using var directory = await HostDirectory.CreateAsync(("journal", Repository.JournalModule));
        await using var host = await HostProcess.StartAsync(directory, Settings.Webhook(api.Address, server.ThroughTheNetwork("password"), FreePort.Find()));
        using var poster = new UpdatePoster([await UpdatePoster.FindWebhookAsync(api.Address)]);
        var load = new JournalLoad(api, poster, 7_700, people: 12);
        await load.BeginAsync();

        // What the server wrote ahead is used up by changes of its own, so that the next must find room.
        await disk!.FillAsync();
        var refused = poster.Repeated;
        await Until.TrueAsync(
            async () =>
            {
                await UseUpAsync(tables);
                await disk.FillAsync();
                return poster.Repeated > refused + 20;
            },
            FullLimit,
            () => Task.FromResult($"posts were refused. The host said:\n{host.Output}"));
        var full = load.Taken;
        await Until.PauseAsync(TimeSpan.FromSeconds(3));
        Assert.Equal(full, load.Taken);
        TestContext.Current.TestOutputHelper?.WriteLine($"{full} entries taken when the disk was full, none in the 3 s after; {poster.Repeated - refused} posts refused");

        disk.Free();
        var back = await load.SeeAsync(12, HealLimit);
        TestContext.Current.TestOutputHelper?.WriteLine($"back {back.TotalSeconds:0.0} s after there was room");
        await load.SeeAsync(60);
        await load.EndAsync();
        await using (var afterwards = new Tables(server.Direct))
        {
            await load.CheckAsync(afterwards, TimeSpan.FromSeconds(60));
        }

        await load.SeeLastAnswersAsync();
        Assert.Equal(0, (await host.StopAsync()).Code);
    }

    /// <summary>Begins a new piece of the log; refused when there is no room for one.</summary>
    private static async Task UseUpAsync(Tables tables)
    {
        try
        {
            await tables.ReadAsync<string>("select pg_switch_wal()::text");
        }
        catch (Npgsql.NpgsqlException)
        {
            // Full, or the server is coming up again.
        }
    }
}
