using DrAivBot.Host.Database;
using DrAivBot.Organisation;
using DrAivBot.Screens;
using Npgsql;

namespace DrAivBot.Host.Organisation;

/// <summary>Rows of core.invitations. No statement names a company: row level security shows the one that is in use.</summary>
internal sealed class InvitationTable(TurnDatabase database)
{
    /// <summary>$1 is the person who asks.</summary>
    private const string Columns = $"""
        {ChartTable.PositionColumns}, p.archived_at is not null, i.id, i.invited_by, inviter.name, inviter.left_at is not null,
        i.created_at, i.expires_at, i.expires_at <= core.clock(), i.used_by, joined.name, i.used_at, i.revoked_at, i.declined_at, company.name, company.time_zone,
        exists (select from core.members me where me.company_id = i.company_id and me.user_id = $1 and me.left_at is null)
        """;

    private const string Joins = $"""
        from core.invitations i
        join core.companies company on company.company_id = i.company_id
        join core.positions p on p.company_id = i.company_id and p.id = i.position_id
        {ChartTable.HolderJoins}
        join core.members inviter on inviter.company_id = i.company_id and inviter.user_id = i.invited_by
        left join core.members joined on joined.company_id = i.company_id and joined.user_id = i.used_by
        """;

    private const string InScope = $"where ({PostScope.Condition} or i.invited_by = $1)";

    private const string Count = $"""
        select count(*)::int from core.invitations i join core.positions p on p.company_id = i.company_id and p.id = i.position_id {InScope}
        """;

    private const string List = $"select {Columns} {Joins} {InScope} order by i.created_at desc, i.id desc limit $7 offset $8";

    private const string Find = $"select {Columns} {Joins} {InScope} and i.id = $7";

    private const string FindByToken = $"select {Columns} {Joins} where i.token_hash = $2";

    private const string Insert = """
        insert into core.invitations (company_id, id, position_id, token_hash, invited_by, created_at, expires_at)
        values (core.company_id(), $1, $2, $3, $4, core.clock(), core.clock() + make_interval(days => $5))
        returning expires_at
        """;

    private const string Revoke = """
        update core.invitations set revoked_by = $2, revoked_at = core.clock()
        where company_id = core.company_id() and id = $1 and used_at is null and revoked_at is null and expires_at > core.clock()
        """;

    /// <summary>Those that would still open: of whoever has left they do not.</summary>
    private const string Active = """
        i.company_id = core.company_id() and i.used_at is null and i.revoked_at is null and i.expires_at > core.clock()
        """;

    private const string LockCompany = "select from core.companies where company_id = core.company_id() for update";

    private const string CountOthers = $"""
        select count(*)::int
        from core.invitations i
        join core.members m on m.company_id = i.company_id and m.user_id = i.invited_by and m.left_at is null
        where {Active} and i.position_id <> $1
        """;

    private const string Replace = $"""
        update core.invitations i set revoked_by = $2, revoked_at = core.clock() where {Active} and i.position_id = $1 returning i.id
        """;

    private const string CompanyOf = "select core.company_of_invitation($1)";

    /// <summary>The post first, as whoever makes another link to it does: they wait for each other, not in a circle.</summary>
    private const string LockPost = """
        select from core.positions p
        where p.id = (select i.position_id from core.invitations i where i.token_hash = $1)
        for update
        """;

    private const string Lock = "select from core.invitations i where i.token_hash = $1 for update";

    /// <summary>Stores a new invitation.</summary>
    /// <returns>When its time is over.</returns>
    public async Task<DateTimeOffset> InsertAsync(InvitationId id, PositionId position, byte[] tokenHash, UserId by, int days, CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch()
            .Add(Insert, Sql.Value(id.Value), Sql.Value(position.Value), Sql.Value(tokenHash), Sql.Value(by.Value), Sql.Value(days))
            .ReadAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetDateTime(0));
    }

    public async Task<Page<InvitationRow>> ListAsync(UserId user, PostScope scope, int page, CancellationToken cancellationToken)
    {
        var count = await CountAsync(user, scope, cancellationToken);
        var pages = Math.Max(1, (count + Page.DefaultSize - 1) / Page.DefaultSize);
        var number = Math.Clamp(page, 0, pages - 1);
        var rows = await ReadAsync(List, [.. Scope(user, scope), Sql.Value(Page.DefaultSize), Sql.Value(number * Page.DefaultSize)], cancellationToken);
        return new() { Items = rows, Number = number, Count = pages };
    }

    public async Task<InvitationRow?> FindAsync(UserId user, PostScope scope, InvitationId id, CancellationToken cancellationToken) =>
        await ReadAsync(Find, [.. Scope(user, scope), Sql.Value(id.Value)], cancellationToken) is [var found] ? found : null;

    /// <summary>False when it was no longer active.</summary>
    public async Task<bool> RevokeAsync(InvitationId id, UserId by, CancellationToken cancellationToken) =>
        await database.CreateHostBatch().Add(Revoke, Sql.Value(id.Value), Sql.Value(by.Value)).ExecuteAsync(cancellationToken) > 0;

    /// <summary>How many active ones there are for other posts; nobody makes one in the company meanwhile.</summary>
    public async Task<int> CountOthersAsync(PositionId position, CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch().Add(LockCompany).Add(CountOthers, Sql.Value(position.Value)).ReadAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetInt32(0);
    }

    /// <summary>Takes back the active ones for a post.</summary>
    public async Task<IReadOnlyList<InvitationId>> ReplaceAsync(PositionId position, UserId by, CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch().Add(Replace, Sql.Value(position.Value), Sql.Value(by.Value)).ReadAsync(cancellationToken);
        var replaced = new List<InvitationId>();
        while (await reader.ReadAsync(cancellationToken))
        {
            replaced.Add(new(reader.GetGuid(0)));
        }

        return replaced;
    }

    /// <summary>The company that a link leads to, whatever company is in use; null for a link that nobody made.</summary>
    public async Task<CompanyId?> FindCompanyAsync(byte[] tokenHash, CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch().Add(CompanyOf, Sql.Value(tokenHash)).ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) && Sql.IdOrNull(reader, 0) is { } company ? new(company) : null;
    }

    /// <summary>The invitation of a link, in the company in use.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="tokenHash">SHA-256 of the link's code.</param>
    /// <param name="locks">Whether the invitation and its post stay as they are until the end of the transaction.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<InvitationRow?> FindByTokenAsync(UserId user, byte[] tokenHash, bool locks, CancellationToken cancellationToken)
    {
        if (locks)
        {
            // In statements of their own: what is read together with a lock may be older than what the lock waited for.
            await database.CreateHostBatch().Add(LockPost, Sql.Value(tokenHash)).Add(Lock, Sql.Value(tokenHash)).ExecuteAsync(cancellationToken);
        }

        return await ReadAsync(FindByToken, [Sql.Value(user.Value), Sql.Value(tokenHash)], cancellationToken) is [var found] ? found : null;
    }

    private async Task<int> CountAsync(UserId user, PostScope scope, CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch().Add(Count, [.. Scope(user, scope)]).ReadAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetInt32(0);
    }

    private static NpgsqlParameter[] Scope(UserId user, PostScope scope) => [Sql.Value(user.Value), .. scope.Parameters()];

    private async Task<IReadOnlyList<InvitationRow>> ReadAsync(string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch().Add(sql, parameters).ReadAsync(cancellationToken);
        var rows = new List<InvitationRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(Read(reader));
        }

        return rows;
    }

#pragma warning disable MA0045 // The row is in memory once ReadAsync returned: nothing waits.
    private static InvitationRow Read(NpgsqlDataReader reader) => new()
    {
        Position = ChartTable.ReadPosition(reader),
        IsPositionArchived = reader.GetBoolean(11),
        Id = new(reader.GetGuid(12)),
        InvitedBy = new() { UserId = new(reader.GetGuid(13)), Name = reader.GetString(14) },
        HasInviterLeft = reader.GetBoolean(15),
        CreatedAt = new(reader.GetDateTime(16)),
        ExpiresAt = new(reader.GetDateTime(17)),
        IsExpired = reader.GetBoolean(18),
        UsedBy = Sql.IdOrNull(reader, 19) is { } user ? new() { UserId = new(user), Name = reader.GetString(20) } : null,
        UsedAt = InstantOrNull(reader, 21),
        RevokedAt = InstantOrNull(reader, 22),
        DeclinedAt = InstantOrNull(reader, 23),
        CompanyName = reader.GetString(24),
        CompanyTimeZone = reader.GetString(25),
        IsAskedByMember = reader.GetBoolean(26),
    };

    private static DateTimeOffset? InstantOrNull(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : new DateTimeOffset(reader.GetDateTime(column));
#pragma warning restore MA0045
}
