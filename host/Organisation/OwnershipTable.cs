using DrAivBot.Host.Database;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>Rows of core.ownership_offers, and the hand-over itself.</summary>
internal sealed class OwnershipTable(OrganisationWork work)
{
    private const string Lock = "select from core.positions where company_id = core.company_id() and number = 21 for update";

    private const string Find = """
        select o.id, o.from_user_id, f.name, o.to_user_id, t.name, o.offered_at
        from core.ownership_offers o
        join core.members f on f.company_id = o.company_id and f.user_id = o.from_user_id
        join core.members t on t.company_id = o.company_id and t.user_id = o.to_user_id
        where o.company_id = core.company_id() and o.state = 'open'
        """;

    private const string Insert = """
        insert into core.ownership_offers (company_id, id, from_user_id, to_user_id, offered_at) values (core.company_id(), $1, $2, $3, $4)
        """;

    private const string Close = """
        update core.ownership_offers set state = $2, closed_at = $3 where company_id = core.company_id() and id = $1 and state = 'open'
        """;

    /// <summary>What the owner held for the time being goes along: vacant posts are minded by the owner.</summary>
    private const string End = """
        update core.holdings h set until = greatest($2, h.since)
        from core.positions p
        where h.company_id = core.company_id() and p.company_id = h.company_id and p.id = h.position_id
            and h.user_id = $1 and h.until is null and (h.is_temporary or p.number = 21)
        returning h.position_id, h.is_temporary
        """;

    private const string Begin = """
        insert into core.holdings (company_id, id, position_id, user_id, is_temporary, training_percent, since)
        select core.company_id(), id, position, $3, temporary, 100, $5 from unnest($1::uuid[], $2::uuid[], $4::bool[]) as held (id, position, temporary)
        """;

    /// <summary>Takes position 21 for the rest of the transaction, and with it everything about ownership.</summary>
    /// <returns>The open offer, lapsed or not; null for none.</returns>
    public async Task<OwnershipOffer?> LockAsync(CancellationToken cancellationToken)
    {
        await work.Batch().Add(Lock).ExecuteAsync(cancellationToken);
        return await FindAsync(cancellationToken);
    }

    public async Task<OwnershipOffer?> FindAsync(CancellationToken cancellationToken)
    {
        await using var reader = await work.Batch().Add(Find).ReadAsync(cancellationToken);
        return !await reader.ReadAsync(cancellationToken) ? null : new()
        {
            Id = new(reader.GetGuid(0)),
            From = new() { UserId = new(reader.GetGuid(1)), Name = reader.GetString(2) },
            To = new() { UserId = new(reader.GetGuid(3)), Name = reader.GetString(4) },
            OfferedAt = await reader.GetFieldValueAsync<DateTimeOffset>(5, cancellationToken),
        };
    }

    public Task InsertAsync(OwnershipOffer offer, CancellationToken cancellationToken) => work.Batch()
        .Add(Insert, Sql.Value(offer.Id.Value), Sql.Value(offer.From.UserId.Value), Sql.Value(offer.To.UserId.Value), Sql.Value(offer.OfferedAt))
        .ExecuteAsync(cancellationToken);

    public Task CloseAsync(OwnershipOfferId offer, bool isAccepted, CancellationToken cancellationToken) => work.Batch()
        .Add(Close, Sql.Value(offer.Value), Sql.Value(isAccepted ? "accepted" : "closed"), Sql.Value(work.Now))
        .ExecuteAsync(cancellationToken);

    public async Task HandOverAsync(UserId from, UserId to, CancellationToken cancellationToken)
    {
        var (positions, temporary) = (new List<Guid>(), new List<bool>());
        await using (var reader = await work.Batch().Add(End, Sql.Value(from.Value), Sql.Value(work.Now)).ReadAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                positions.Add(reader.GetGuid(0));
                temporary.Add(reader.GetBoolean(1));
            }
        }

        Guid[] ids = [.. positions.Select(_ => Guid.CreateVersion7(work.Now))];
        await work.Batch()
            .Add(Begin, Sql.Values(ids), Sql.Values([.. positions]), Sql.Value(to.Value), Sql.Values([.. temporary]), Sql.Value(work.Now))
            .ExecuteAsync(cancellationToken);
    }
}
