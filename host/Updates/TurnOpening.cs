using DrAivBot.Host.Database;
using DrAivBot.Host.Sessions;
using DrAivBot.Host.Telegram;
using DrAivBot.Organisation;
using Npgsql;

namespace DrAivBot.Host.Updates;

/// <summary>
/// Takes the next update of each lane of a group and locks what it may change: the stored update first, then the session.
/// One that is not stored is noted as seen instead, in the transaction that will answer it. Everything of all lanes comes
/// in one round trip.
/// </summary>
internal sealed class TurnOpening(BotIdentity bot)
{
    // The head of a lane is found before it is locked: what another host holds is skipped, and nothing behind it is taken
    // in its stead. Of an update that is not stored, the id in core.seen is what another host waits for. A session that
    // another turn of the same person holds makes the lane wait, not the group. Written row by row where a join would do,
    // so that the planner can only use the indexes: it believes the inbox to be empty, but what has been there for
    // milliseconds is still in its pages.
    private const string Open = """
        with head as materialized (
            select l.lane, (select min(i.update_id) from core.inbox i where i.bot_id = $1 and i.lane = l.lane) as update_id
            from unnest($2::bigint[]) as l (lane)),
        stored as materialized (
            select i.lane, i.update_id, i.payload, i.attempts, i.is_suspect, i.crashes
            from head cross join lateral (
                select * from core.inbox q
                where q.bot_id = $1 and q.update_id = head.update_id and q.next_at <= now()
                for update skip locked) i),
        news as materialized (
            insert into core.seen (bot_id, update_id)
            select $1, f.update_id from unnest($4::bigint[]) as f (update_id) order by f.update_id
            on conflict do nothing
            returning update_id),
        taken as materialized (
            select s.*, false as is_behind from stored s
            union all
            select f.lane, n.update_id, null, 0,
                   exists (select from core.suspects x where x.bot_id = $1 and x.update_id = n.update_id), 0,
                   exists (select from core.inbox i where i.bot_id = $1 and i.lane = f.lane and i.update_id < n.update_id)
            from news n join unnest($3::bigint[], $4::bigint[]) as f (lane, update_id) on f.update_id = n.update_id),
        session as materialized (
            select s.telegram_id, s.company_id, s.data, s.version, s.expires_at > now() as is_alive
            from core.sessions s
            where s.telegram_id = any (array(select lane from taken))
            for update of s skip locked),
        person as materialized (
            select t.lane, u.id, u.name, u.language, u.time_zone,
                   coalesce(case when s.is_alive then s.company_id end, u.company_id) as company_id
            from taken t join core.users u on u.telegram_id = t.lane
            left join session s on s.telegram_id = t.lane),
        member as materialized (
            select m.* from (select array_agg(id) as ids, array_agg(company_id) as companies from person) p
            cross join lateral core.members_of(p.ids, p.companies) m)
        select t.lane, t.update_id, t.payload, t.attempts, t.is_suspect, t.crashes,
               s.data, s.version, s.is_alive,
               p.id, p.name, p.language, p.time_zone,
               m.company_id, m.company_name, m.time_zone, m.role,
               (select l.message_id from core.live_messages l where l.bot_id = $1 and l.chat_id = t.lane),
               t.is_behind,
               s.telegram_id is null and exists (select from core.sessions x where x.telegram_id = t.lane),
               m.modules_off
        from taken t
        left join session s on s.telegram_id = t.lane
        left join person p on p.lane = t.lane
        left join member m on m.user_id = p.id
        """;

    /// <summary>The next update of each lane that has one to be taken now.</summary>
    /// <param name="database">The transaction of the turns.</param>
    /// <param name="lanes">All lanes of the group.</param>
    /// <param name="fresh">Updates that are not stored, by lane; one that was seen before opens no turn.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<List<OpenedTurn>> OpenAsync(
        TurnDatabase database, IReadOnlyList<long> lanes, Dictionary<long, FreshUpdate> fresh, CancellationToken cancellationToken)
    {
        // Telegram never gives one id to two updates; whoever does has one of them ignored.
        FreshUpdate[] news = [.. fresh.Values.DistinctBy(update => update.Update.UpdateId)];
        await using var reader = await database.CreateHostBatch()
            .Add(
                Open,
                Sql.Value(bot.Id),
                Sql.Values([.. fresh.Count == 0 ? lanes : lanes.Where(lane => !fresh.ContainsKey(lane))]),
                Sql.Values([.. news.Select(update => update.Update.Lane)]),
                Sql.Values([.. news.Select(update => update.Update.UpdateId)]))
            .ReadAsync(cancellationToken);
        var opened = new List<OpenedTurn>(lanes.Count);
        while (await reader.ReadAsync(cancellationToken))
        {
            opened.Add(Read(reader, fresh));
        }

        return opened;
    }

#pragma warning disable MA0045 // The row is in memory once ReadAsync returned: nothing waits.
    private static OpenedTurn Read(NpgsqlDataReader reader, Dictionary<long, FreshUpdate> waiting)
    {
        var lane = reader.GetInt64(0);
        var fresh = reader.IsDBNull(2) ? waiting[lane] : null;
        return Read(reader, lane, fresh);
    }

    private static OpenedTurn Read(NpgsqlDataReader reader, long lane, FreshUpdate? fresh) => new()
    {
        Lane = lane,
        UpdateId = reader.GetInt64(1),
        Fresh = fresh,
        Payload = fresh?.Update.Json ?? reader.GetString(2),
        Attempts = reader.GetInt32(3),
        IsSuspect = reader.GetBoolean(4),
        Crashes = reader.GetInt32(5),
        Session = ReadSession(reader),
        SessionVersion = reader.IsDBNull(7) ? 0 : reader.GetInt64(7),
        User = ReadUser(reader),
        Member = ReadMember(reader),
        LiveMessageId = Sql.NumberOrNull(reader, 17),
        IsBehind = reader.GetBoolean(18),
        IsBusy = reader.GetBoolean(19),
        ModulesOff = Sql.TextOrNull(reader, 20),
    };

    private static Session ReadSession(NpgsqlDataReader reader)
    {
        if (reader.IsDBNull(6))
        {
            return Session.Begin();
        }

        return reader.GetBoolean(8) ? Session.Read(reader.GetString(6)) : Session.BeginAfter(reader.GetString(6));
    }

    private static UserRow? ReadUser(NpgsqlDataReader reader) => reader.IsDBNull(9) ? null : new()
    {
        Id = reader.GetGuid(9),
        TelegramId = reader.GetInt64(0),
        Name = reader.GetString(10),
        Language = Sql.TextOrNull(reader, 11),
        TimeZone = Sql.TextOrNull(reader, 12) ?? Sql.TextOrNull(reader, 15),
        OwnTimeZone = Sql.TextOrNull(reader, 12),
    };
#pragma warning restore MA0045

    private static Member? ReadMember(NpgsqlDataReader reader) => Sql.IdOrNull(reader, 13) is not { } company ? null : new()
    {
        CompanyId = new(company),
        CompanyName = reader.GetString(14),
        Role = (CompanyRoles)reader.GetInt32(16),
    };
}

/// <summary>What a turn starts from.</summary>
internal sealed record OpenedTurn
{
    public required long Lane { get; init; }

    public required long UpdateId { get; init; }

    /// <summary>Null when the update is stored.</summary>
    public FreshUpdate? Fresh { get; init; }

    /// <summary>Whether it is not stored, but an earlier one of its lane is: that one goes first.</summary>
    public bool IsBehind { get; init; }

    /// <summary>Whether another turn of the same person is under way.</summary>
    public bool IsBusy { get; init; }

    /// <summary>The update as it came, still unread: what cannot be read fails like any other poison.</summary>
    public required string Payload { get; init; }

    /// <summary>How often it failed before.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether a host died while it was in flight: it runs alone.</summary>
    public bool IsSuspect { get; init; }

    /// <summary>How often a host died while it ran alone.</summary>
    public int Crashes { get; init; }

    public required Session Session { get; init; }

    /// <summary>Version of the stored session; 0 when there is none.</summary>
    public long SessionVersion { get; init; }

    /// <summary>Null when the person was never seen before.</summary>
    public UserRow? User { get; init; }

    public Member? Member { get; init; }

    /// <summary>Ids of the modules that the member's company has switched off, parted by commas; null for none.</summary>
    public string? ModulesOff { get; init; }

    public int? LiveMessageId { get; init; }
}
