using DrAivBot.Host.Database;
using DrAivBot.Host.Tests.Database;
using DrAivBot.Host.Work;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Work;

public sealed class JobConnectionsTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Jobs_of_one_module_whose_transactions_hang_leave_connections_to_those_of_others()
    {
        // Four are for jobs, three of them for one module.
        await using var database = await PreparedDatabase.CreateAsync(postgres, new PoolOptions { MinPoolSize = 0, MaxPoolSize = 12 });
        var connections = new JobConnections(database.Access);
        var hanging = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => connections.OpenAsync("hangs", Cancel)));
        var waiting = connections.OpenAsync("hangs", Cancel);

        await using (await connections.OpenAsync("other", Cancel))
        {
            Assert.False(waiting.IsCompleted);
        }

        await hanging[0].DisposeAsync();
        await (await waiting).DisposeAsync();
        await hanging[1].DisposeAsync();
        await hanging[2].DisposeAsync();
    }

    [Fact]
    public async Task A_module_whose_transactions_do_not_end_is_told_so_and_the_host_still_writes_what_became_of_its_jobs()
    {
        var pool = new PoolOptions { MinPoolSize = 0, MaxPoolSize = 12, ConnectionTimeout = TimeSpan.FromSeconds(1) };
        await using var database = await PreparedDatabase.CreateAsync(postgres, pool);
        var connections = new JobConnections(database.Access);
        var hanging = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => connections.OpenAsync("hangs", Cancel)));

        var told = await Assert.ThrowsAsync<TimeoutException>(() => connections.OpenAsync("hangs", Cancel));
        Assert.Contains("module hangs", told.Message, StringComparison.Ordinal);
        await (await connections.OpenAsync(Cancel)).DisposeAsync();

        foreach (var one in hanging)
        {
            await one.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_connection_that_cannot_be_had_takes_no_place()
    {
        await using var database = await PreparedDatabase.CreateAsync(postgres, new PoolOptions { MinPoolSize = 0, MaxPoolSize = 4 });
        var connections = new JobConnections(database.Access);
        for (var i = 0; i < 3; i++)
        {
            await using var held = await connections.OpenAsync("one", Cancel);
            using var late = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connections.OpenAsync("other", late.Token));
        }

        await (await connections.OpenAsync("other", Cancel)).DisposeAsync();
    }
}
