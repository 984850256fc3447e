using DrAivBot.Host.Database;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>Ends a membership: posts vacated, access ended, what waits for the person dropped. What they did stays.</summary>
internal sealed class DepartureTable(OrganisationWork work)
{
    private const string Lock = """
        select from core.members where company_id = core.company_id() and user_id = $1 and left_at is null for update
        """;

    private const string EndHoldings = """
        update core.holdings h set until = greatest($2, h.since)
        from core.positions p
        where h.company_id = core.company_id() and h.user_id = $1 and h.until is null and p.company_id = h.company_id and p.id = h.position_id
        returning h.position_id, h.is_temporary, p.number
        """;

    private const string EndMembership = """
        update core.members set left_at = greatest($2, joined_at) where company_id = core.company_id() and user_id = $1
        """;

    private const string DropDeputies = "delete from core.deputies where company_id = core.company_id() and user_id = $1";

    private const string CloseOffers = """
        update core.ownership_offers set state = 'closed', closed_at = $2
        where company_id = core.company_id() and state = 'open' and $1 in (from_user_id, to_user_id)
        """;

    /// <summary>What was held back for quiet hours or a digest would still reach them: state 3 is failed.</summary>
    private const string DropNotifications = """
        update core.notifications set state = 3, due_at = null, parts = '{}', done_at = $2
        where company_id = core.company_id() and user_id = $1 and state = 0
        """;

    /// <summary>The session of a turn that is under way is saved by that turn, as of whoever has left.</summary>
    private const string DropSession = """
        delete from core.sessions where user_id = $1 and company_id = core.company_id() and user_id is distinct from $2
        """;

    private const string ForgetCompany = "update core.users set company_id = null where id = $1 and company_id = core.company_id()";

    /// <summary>Whether the person is a member; nobody appoints or dismisses them meanwhile.</summary>
    public async Task<bool> LockAsync(UserId person, CancellationToken cancellationToken)
    {
        await using var reader = await work.Batch().Add(Lock, Sql.Value(person.Value)).ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken);
    }

    public async Task EndAsync(UserId person, DepartureKind how, CancellationToken cancellationToken)
    {
        var (who, at) = (person.Value, work.Now);
        var freed = await FreeAsync(person, cancellationToken);
        await work.Batch()
            .Add(EndMembership, Sql.Value(who), Sql.Value(at))
            .Add(DropDeputies, Sql.Value(who))
            .Add(CloseOffers, Sql.Value(who), Sql.Value(at))
            .Add(DropNotifications, Sql.Value(who), Sql.Value(at))
            .Add(DropSession, Sql.Value(who), Sql.Optional(work.Acting.User?.Value))
            .Add(ForgetCompany, Sql.Value(who))
            .ExecuteAsync(cancellationToken);
        foreach (var position in freed)
        {
            await work.Events.PublishAsync(new PositionFreed { Position = position, FormerHolder = person }, cancellationToken);
        }

        await work.Events.PublishAsync(new PersonLeft { User = person, How = how, Positions = freed }, cancellationToken);
    }

    /// <summary>The positions that were held for good, by number.</summary>
    private async Task<IReadOnlyList<PositionId>> FreeAsync(UserId person, CancellationToken cancellationToken)
    {
        await using var reader = await work.Batch().Add(EndHoldings, Sql.Value(person.Value), Sql.Value(work.Now)).ReadAsync(cancellationToken);
        var held = new List<(int Number, PositionId Position)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            if (!reader.GetBoolean(1))
            {
                held.Add((reader.GetInt32(2), new(reader.GetGuid(0))));
            }
        }

        return [.. held.OrderBy(post => post.Number).Select(post => post.Position)];
    }
}
