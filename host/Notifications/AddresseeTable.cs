using DrAivBot.Delivery;
using DrAivBot.Host.Database;
using Npgsql;

namespace DrAivBot.Host.Notifications;

/// <summary>Finds the people behind a recipient, in the company of the work: row level security shows no other.</summary>
internal static class AddresseeTable
{
    /// <summary>A position's actor is its holder, or the deputy of today while the holder is absent.</summary>
    private const string Find = """
        with actors as (
            select p.id, p.department_number, p.division_number, coalesce(deputy.user_id, h.user_id) as user_id
            from core.positions p
            join core.companies company on company.company_id = p.company_id
            join core.holdings h on h.company_id = p.company_id and h.position_id = p.id and h.until is null
            left join lateral core.deputy_of(p.company_id, p.id, h.user_id, (core.clock() at time zone company.time_zone)::date) deputy on true
            where p.archived_at is null and $1 in ('position', 'department', 'division')),
        wanted as (
            select $2::uuid as user_id where $1 = 'user'
            union
            select a.user_id from actors a
            where ($1 = 'position' and a.id = $2) or ($1 = 'department' and a.department_number = $3) or ($1 = 'division' and a.division_number = $3)
            union
            select m.user_id from core.members m where $1 = 'company'
            union
            select m.user_id from core.members m
            where $1 = 'roles' and $3 & coalesce((
                select max(case when post.number = 21 then 8 when post.number = 19 then 4 when post.kind <> 'specialist' then 2 else 1 end)
                from core.holdings held
                join core.positions post on post.company_id = held.company_id and post.id = held.position_id
                where held.company_id = m.company_id and held.user_id = m.user_id and held.until is null and post.archived_at is null), 1) <> 0)
        select m.user_id, u.telegram_id, coalesce(u.language, u.language_code), u.unreachable_at is not null, coalesce(u.time_zone, c.time_zone)
        from wanted
        join core.members m on m.user_id = wanted.user_id and m.left_at is null
        join core.users u on u.id = m.user_id
        join core.companies c on c.company_id = m.company_id
        order by m.user_id
        """;

    public static async Task<IReadOnlyList<Addressee>> FindAsync(TurnDatabase database, Recipient recipient, CancellationToken cancellationToken)
    {
        var batch = database.CreateHostBatch().Add(
            Find,
            Sql.Value(NameOf(recipient.Kind)),
            Sql.Optional(recipient.Id),
            new NpgsqlParameter<int> { TypedValue = recipient.Number ?? 0 });
        await using var reader = await batch.ReadAsync(cancellationToken);
        var found = new List<Addressee>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(new()
            {
                UserId = reader.GetGuid(0),
                ChatId = reader.GetInt64(1),
                Language = Sql.TextOrNull(reader, 2),
                IsUnreachable = reader.GetBoolean(3),
                TimeZone = Sql.TextOrNull(reader, 4),
            });
        }

        return found;
    }

    private static string NameOf(RecipientKind kind) => kind switch
    {
        RecipientKind.User => "user",
        RecipientKind.Position => "position",
        RecipientKind.Roles => "roles",
        RecipientKind.Department => "department",
        RecipientKind.Division => "division",
        RecipientKind.Company => "company",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This host does not know the kind of recipient. Update the host."),
    };
}
