using System.Diagnostics;
using DrAivBot.Host.Database;
using DrAivBot.Testing;
using Npgsql;

namespace DrAivBot.Host.Tests.Database;

public sealed class TurnDatabaseTests(PostgresFixture postgres)
{
    private const string Who = "select current_user || ' ' || coalesce(nullif(current_setting('app.company_id', true), ''), 'nobody')";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Switching_to_a_module_its_company_and_back_takes_one_round_trip_each_and_none_when_nothing_changes()
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres);
        using var trips = new RoundTrips(database);
        await using var turn = await TurnDatabase.OpenAsync(database.Access, Cancellation);

        await turn.UseCompanyAsync(PreparedDatabase.A, Cancellation);
        Assert.Equal(0, trips.Count);

        await turn.AsModuleAsync("planner", Cancellation);
        Assert.Equal(1, trips.Count);

        await turn.AsModuleAsync("planner", Cancellation);
        await turn.UseCompanyAsync(PreparedDatabase.A, Cancellation);
        Assert.Equal(1, trips.Count);

        await turn.AsHostAsync(Cancellation);
        await turn.AsHostAsync(Cancellation);
        Assert.Equal(2, trips.Count);
    }

    [Fact]
    public async Task A_host_batch_is_one_round_trip_and_leaves_the_module_where_it_was()
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres);
        await using var turn = await TurnDatabase.OpenAsync(database.Access, Cancellation);
        await turn.UseCompanyAsync(PreparedDatabase.A, Cancellation);
        await turn.AsModuleAsync("planner", Cancellation);
        using var trips = new RoundTrips(database);

        await using (var reader = await turn.CreateHostBatch().Add(Who).Add("select $1 + 1", new NpgsqlParameter<int> { TypedValue = 41 }).ReadAsync(Cancellation))
        {
            Assert.True(await reader.ReadAsync(Cancellation));
            Assert.Equal($"{database.Access.Roles.Host} {PreparedDatabase.A}", reader.GetString(0));
            Assert.True(await reader.NextResultAsync(Cancellation));
            Assert.True(await reader.ReadAsync(Cancellation));
            Assert.Equal(42, reader.GetInt32(0));
        }

        Assert.Equal(1, trips.Count);
        Assert.Equal($"{database.Access.Roles.Module("planner")} {PreparedDatabase.A}", await AskAsync(turn));
    }

    [Fact]
    public async Task A_turn_opens_and_closes_with_one_round_trip_each()
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres);
        using var trips = new RoundTrips(database);
        await using (var turn = await TurnDatabase.OpenAsync(database.Access, Cancellation))
        {
            await turn.UseCompanyAsync(PreparedDatabase.A, Cancellation);
            await using (var reader = await turn.CreateHostBatch().Add(Who).ReadAsync(Cancellation))
            {
                Assert.True(await reader.ReadAsync(Cancellation));
                Assert.EndsWith(PreparedDatabase.A.ToString(), reader.GetString(0), StringComparison.Ordinal);
            }

            await turn.CreateHostBatch().Add("select 1").ExecuteAndCommitAsync(Cancellation);
            Assert.True(turn.IsCommitted);
        }

        Assert.Equal(2, trips.Count);
    }

    [Fact]
    public async Task What_a_batch_committed_stays_and_what_was_not_committed_goes()
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres);
        foreach (var commits in new[] { true, false })
        {
            await using var turn = await TurnDatabase.OpenAsync(database.Access, Cancellation);
            await turn.UseCompanyAsync(PreparedDatabase.A, Cancellation);
            await using var insert = new NpgsqlCommand(
                $"insert into planner.events values ('{PreparedDatabase.A}', gen_random_uuid(), 'kept {commits}')",
                await turn.AsModuleAsync("planner", Cancellation));
            await insert.ExecuteNonQueryAsync(Cancellation);
            var batch = turn.CreateHostBatch().Add("select 1");
            await (commits ? batch.ExecuteAndCommitAsync(Cancellation) : batch.ExecuteAsync(Cancellation));
        }

        Assert.Equal("kept True", await database.AskAsync<string>("select string_agg(title, ',') from planner.events where title like 'kept%'"));
    }

    [Fact]
    public async Task A_company_changed_while_a_module_has_the_connection_takes_effect_at_once()
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres);
        await using var turn = await TurnDatabase.OpenAsync(database.Access, Cancellation);
        await turn.AsModuleAsync("planner", Cancellation);

        await turn.UseCompanyAsync(PreparedDatabase.B, Cancellation);
        Assert.EndsWith(PreparedDatabase.B.ToString(), await AskAsync(turn), StringComparison.Ordinal);

        await turn.UseCompanyAsync(null, Cancellation);
        Assert.EndsWith("nobody", await AskAsync(turn), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_role_nor_company_reach_the_next_user_of_the_connection()
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres, options: new PoolOptions { MinPoolSize = 0, MaxPoolSize = 1 });
        for (var i = 0; i < 20; i++)
        {
            await using (var turn = await TurnDatabase.OpenAsync(database.Access, Cancellation))
            {
                await turn.UseCompanyAsync(PreparedDatabase.A, Cancellation);
                await turn.AsModuleAsync("planner", Cancellation);
                await (i % 2 == 0 ? turn.CommitAsync(Cancellation) : Task.CompletedTask);
            }

            await using var next = await TurnDatabase.OpenAsync(database.Access, Cancellation);
            Assert.Equal($"{database.Access.Roles.Host} nobody", await AskAsync(next));
        }
    }

    private static async Task<string> AskAsync(TurnDatabase turn)
    {
        await using var command = new NpgsqlCommand(Who, turn.Connection);
        return (string)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    /// <summary>Counts what Npgsql sends to one database: a command or a batch is one round trip.</summary>
    private sealed class RoundTrips : IDisposable
    {
        private readonly ActivityListener _listener;
        private int _count;

        public RoundTrips(PreparedDatabase database)
        {
            var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database;
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "Npgsql",
                Sample = (ref _) => ActivitySamplingResult.AllData,
                ActivityStopped = activity =>
                {
                    var mine = activity.TagObjects.Any(tag => tag.Key is "db.name" or "db.namespace" && Equals(tag.Value, name));
                    if (mine && !activity.OperationName.Contains("CONNECT", StringComparison.OrdinalIgnoreCase))
                    {
                        Interlocked.Increment(ref _count);
                    }
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public int Count => _count;

        public void Dispose() => _listener.Dispose();
    }
}
