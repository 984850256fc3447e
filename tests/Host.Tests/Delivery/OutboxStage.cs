using DrAivBot.Host.Database;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Telegram;
using DrAivBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

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

    /// <summary>Arranges as a superuser, whom row level security does not bind.</summary>
    public async Task ArrangeAsync(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>A company whose members, one a chat, have each one notification of the bulk lane.</summary>
    /// <param name="from">Their first chat.</param>
    /// <param name="to">Their last chat.</param>
    /// <param name="state">0 to be released, 1 released.</param>
    /// <param name="later">Seconds after the beginning at which they came due.</param>
    /// <param name="apart">Seconds between one and the next.</param>
    public async Task<Guid> AddCompanyAsync(int from, int to, short state, int later = 0, int apart = 0)
    {
        var company = Guid.NewGuid();
        await ArrangeAsync("insert into core.companies (company_id, name, time_zone, currency, created_by, created_at) values ($1, 'Some', 'UTC', 'KZT', $1, now())", company);
        await ArrangeAsync("insert into core.users (id, telegram_id, name) select gen_random_uuid(), chat, 'x' from generate_series($1, $2) chat", from, to);
        await ArrangeAsync(
            "insert into core.members (company_id, user_id, name, joined_at) select $1, id, name, now() from core.users where telegram_id between $2 and $3", company, from, to);
        await ArrangeAsync(
            """
            insert into core.notifications (company_id, id, notification_id, module, user_id, chat_id, is_bulk, parts, state, due_at)
            select $1, gen_random_uuid(), $1, 'm', id, telegram_id, true, array['{"screen":{"html":"a","rows":[],"isNotice":true}}'], $4, case when $4 = 0 then date_trunc('day', now()) + make_interval(days => -1, secs => $5 + (telegram_id - $2) * $6) end
            from core.users where telegram_id between $2 and $3
            """,
            company,
            from,
            to,
            state,
            later,
            apart);
        return company;
    }

    /// <summary>Reads texts as a superuser.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var found = new List<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await Access.DisposeAsync();
        await _database.DisposeAsync();
    }
}
