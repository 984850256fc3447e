using DrAivBot.Host.Database;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Telegram;
using DrAivBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DrAivBot.Host.Tests.Delivery;

/// <summary>The outbox of a database of its own, used by one or more hosts.</summary>
internal sealed class OutboxStage : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private OutboxStage(TestDatabase database, DatabaseAccess access) => (_database, Access) = (database, access);

    public DatabaseAccess Access { get; }

    public BotIdentity Bot { get; } = new(77);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<OutboxStage> OpenAsync(PostgresFixture postgres)
    {
        var database = await postgres.CreateDatabaseAsync(Cancellation);
        var access = await DatabaseBootstrap.EnsureAsync(database.ConnectionString, new PoolOptions(), NullLogger.Instance, Cancellation);
        var scripts = MigrationScripts.FromAssembly(typeof(OutboxTable).Assembly, "Migrations");
        await new MigrationRunner(access, NullLogger<MigrationRunner>.Instance).MigrateAsync(new("core", MigrationTarget.Core, scripts), Cancellation);
        return new(database, access);
    }

    public static Outgoing Text(string html) => new() { Screen = new() { Html = html } };

    /// <summary>Inserts as the turns of a group do, in one transaction.</summary>
    public async Task<OutboxInsert> InsertAsync(params NewMessage[] messages)
    {
        var insert = new OutboxInsert(Bot, messages);
        await using var turn = await TurnDatabase.OpenAsync(Access, Cancellation);
        await using (var reader = await turn.CreateHostBatch().Add(OutboxInsert.Sql, insert.CreateParameters()).ReadAsync(Cancellation))
        {
            await insert.ReadAsync(reader, Cancellation);
        }

        await turn.CommitAsync(Cancellation);
        return insert;
    }

    /// <summary>Claims as another host does.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(params long[] chats)
    {
        var lease = Guid.NewGuid();
        await using var batch = Access.Host.CreateBatch();
        batch.BatchCommands.Add(new OutboxTable(Access, Bot).CreateClaim(chats, lease));
        await using var reader = await batch.ExecuteReaderAsync(Cancellation);
        return await OutboxTable.ReadClaimedAsync(reader, lease, Cancellation);
    }

    public async Task NoteAsync(params Delivered[] results)
    {
        await using var batch = Access.Host.CreateBatch();
        new OutboxNotes(Bot).AddTo(batch, results);
        await batch.ExecuteNonQueryAsync(Cancellation);
    }

    public async Task<T?> AskAsync<T>(string sql)
    {
        await using var command = Access.Host.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation) is T value ? value : default;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Access.Host.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Access.DisposeAsync();
        await _database.DisposeAsync();
    }
}
