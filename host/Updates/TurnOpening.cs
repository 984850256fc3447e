using DrAivBot.Host.Database;
using DrAivBot.Host.Sessions;
using DrAivBot.Host.Telegram;
using DrAivBot.Organisation;
using Npgsql;

namespace DrAivBot.Host.Updates;

/// <summary>
/// Takes the next update of a lane and locks what it may change: the stored update first, then the session. Everything
/// comes in one round trip, which also makes the company's rows visible.
/// </summary>
internal sealed class TurnOpening(BotIdentity bot)
{
    private const string TakeUpdate = """
        select update_id, payload, attempts from core.inbox
        where bot_id = $1 and lane = $2 and next_at <= now()
          and update_id = (select min(update_id) from core.inbox where bot_id = $1 and lane = $2)
        for update skip locked
        """;

    private const string LockSession = """
        select data, expires_at > now() from core.sessions where telegram_id = $1 for update
        """;

    private const string ReadUser = """
        select u.id, u.name, u.language, u.time_zone, m.company_id, m.company_name, m.time_zone, m.role, l.message_id,
               set_config('app.company_id', coalesce(m.company_id::text, ''), true)
        from core.users u
        left join core.sessions s on s.telegram_id = u.telegram_id and s.expires_at > now()
        left join lateral core.member_of(u.id, coalesce(s.company_id, u.company_id)) m on true
        left join core.live_messages l on l.bot_id = $2 and l.chat_id = u.telegram_id
        where u.telegram_id = $1
        """;

    /// <summary>The next update of the lane, or null when there is none to be taken now.</summary>
    public async Task<OpenedTurn?> OpenAsync(TurnDatabase database, long lane, CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch()
            .Add(TakeUpdate, Sql.Value(bot.Id), Sql.Value(lane))
            .Add(LockSession, Sql.Value(lane))
            .Add(ReadUser, Sql.Value(lane), Sql.Value(bot.Id))
            .ReadAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var (updateId, payload, attempts) = (reader.GetInt64(0), reader.GetString(1), reader.GetInt32(2));
        await reader.NextResultAsync(cancellationToken);
        var session = await ReadSessionAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var opened = await ReadUserAsync(reader, lane, cancellationToken) with
        {
            UpdateId = updateId,
            Payload = payload,
            Attempts = attempts,
            Session = session,
        };
        database.NoteCompany(opened.Member?.CompanyId);
        return opened;
    }

    private static async Task<Session> ReadSessionAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        if (!await reader.ReadAsync(cancellationToken))
        {
            return Session.Begin();
        }

        return reader.GetBoolean(1) ? Session.Read(reader.GetString(0)) : Session.BeginAfter(reader.GetString(0));
    }

    private static async Task<OpenedTurn> ReadUserAsync(NpgsqlDataReader reader, long lane, CancellationToken cancellationToken)
    {
        if (!await reader.ReadAsync(cancellationToken))
        {
            return new();
        }

        var companyZone = Sql.TextOrNull(reader, 6);
        return new()
        {
            User = new()
            {
                Id = reader.GetGuid(0),
                TelegramId = lane,
                Name = reader.GetString(1),
                Language = Sql.TextOrNull(reader, 2),
                TimeZone = Sql.TextOrNull(reader, 3) ?? companyZone,
            },
            Member = ReadMember(reader),
            LiveMessageId = Sql.NumberOrNull(reader, 8),
        };
    }

    private static Member? ReadMember(NpgsqlDataReader reader) => Sql.IdOrNull(reader, 4) is not { } company ? null : new()
    {
        CompanyId = new(company),
        CompanyName = reader.GetString(5),
        Role = (CompanyRoles)reader.GetInt32(7),
    };
}

/// <summary>What a turn starts from.</summary>
internal sealed record OpenedTurn
{
    public long UpdateId { get; init; }

    /// <summary>The update as it came, still unread: what cannot be read fails like any other poison.</summary>
    public string Payload { get; init; } = "";

    /// <summary>How often it failed before.</summary>
    public int Attempts { get; init; }

    public Session Session { get; init; } = null!;

    /// <summary>Null when the person was never seen before.</summary>
    public UserRow? User { get; init; }

    public Member? Member { get; init; }

    public int? LiveMessageId { get; init; }
}
