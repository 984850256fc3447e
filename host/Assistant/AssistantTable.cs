using DrAivBot.Host.Database;
using DrAivBot.Host.Organisation;
using Npgsql;

namespace DrAivBot.Host.Assistant;

/// <summary>Rows of core.assistant_consents and core.assistant_charges, and the names of whom the company knows.</summary>
internal sealed class AssistantTable(OrganisationWork work)
{
    /// <summary>Two questions at the same moment must not both find the last of a quota.</summary>
    private const string Lock = "select from core.companies where company_id = core.company_id() for no key update";

    private const string Standing = """
        select c.month,
            exists (select from core.assistant_consents a where a.company_id = core.company_id() and a.withdrawn_at is null and a.version = $1),
            (select count(*) from core.assistant_charges g
                where g.company_id = core.company_id() and g.month = c.month and (g.counted_at is not null or g.held_until > core.clock())
                    and (g.module, g.charge) is distinct from ($2, $3))::int,
            coalesce((select g.counted_at is not null from core.assistant_charges g where g.company_id = core.company_id() and g.module = $2 and g.charge = $3), false),
            coalesce((select g.asked from core.assistant_charges g where g.company_id = core.company_id() and g.module = $2 and g.charge = $3), 0)
        from (
            select date_trunc('month', core.clock() at time zone time_zone)::date as month from core.companies where company_id = core.company_id()) c
        """;

    private const string Hold = """
        insert into core.assistant_charges as g (company_id, module, charge, month, held_until)
        values (core.company_id(), $1, $2, $3, core.clock() + $4)
        on conflict (company_id, module, charge) do update
        set asked = g.asked + 1, held_until = excluded.held_until, month = case when g.counted_at is null then excluded.month else g.month end
        """;

    private const string Count = """
        update core.assistant_charges set counted_at = coalesce(counted_at, core.clock()), held_until = null
        where company_id = core.company_id() and module = $1 and charge = $2
        """;

    private const string GiveBack = """
        update core.assistant_charges set held_until = null where company_id = core.company_id() and module = $1 and charge = $2
        """;

    private const string Withdraw = """
        update core.assistant_consents set withdrawn_by = $1, withdrawn_at = greatest(core.clock(), given_at)
        where company_id = core.company_id() and withdrawn_at is null
        """;

    private const string Give = """
        insert into core.assistant_consents (company_id, id, version, given_by, given_at) values (core.company_id(), $1, $2, $3, core.clock())
        """;

    private const string People = """
        select m.name, u.name, u.username, (
            select min(p.number) from core.holdings h
            join core.positions p on p.company_id = h.company_id and p.id = h.position_id and p.archived_at is null
            where h.company_id = m.company_id and h.user_id = m.user_id and h.until is null and not h.is_temporary)
        from core.members m
        left join core.users u on u.id = m.user_id
        where m.company_id = core.company_id() and m.name <> all ($1)
        """;

    /// <summary>How things stand; a charge is looked at as well.</summary>
    /// <param name="version">Of the consent's text.</param>
    /// <param name="module">Whose charge.</param>
    /// <param name="charge">The charge; empty for none.</param>
    /// <param name="forChange">Whether nobody else may change it until this transaction ends.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<AssistantStanding> FindAsync(int version, string module, string charge, bool forChange, CancellationToken cancellationToken)
    {
        if (forChange)
        {
            await work.Batch().Add(Lock).ExecuteAsync(cancellationToken);
        }

        await using var reader = await work.Batch().Add(Standing, Sql.Value(version), Sql.Value(module), Sql.Value(charge)).ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new()
            {
                Month = await reader.GetFieldValueAsync<DateOnly>(0, cancellationToken),
                HasConsent = reader.GetBoolean(1),
                Others = reader.GetInt32(2),
                IsCounted = reader.GetBoolean(3),
                Asked = reader.GetInt32(4),
            }
            : throw new InvalidOperationException("The company of this work is gone.");
    }

    public Task HoldAsync(string module, string charge, DateOnly month, TimeSpan time, CancellationToken cancellationToken) => work.Batch()
        .Add(Hold, Sql.Value(module), Sql.Value(charge), new NpgsqlParameter<DateOnly> { TypedValue = month }, Sql.Value(time))
        .ExecuteAsync(cancellationToken);

    public Task SettleAsync(string module, string charge, bool isAnswered, CancellationToken cancellationToken) =>
        work.Batch().Add(isAnswered ? Count : GiveBack, Sql.Value(module), Sql.Value(charge)).ExecuteAsync(cancellationToken);

    /// <summary>Ends whatever consent there is and notes the new one.</summary>
    public Task GiveAsync(int version, Guid user, CancellationToken cancellationToken) => work.Batch()
        .Add(Withdraw, Sql.Value(user))
        .Add(Give, Sql.Value(Guid.CreateVersion7(work.Now)), Sql.Value(version), Sql.Value(user))
        .ExecuteAsync(cancellationToken);

    /// <returns>Whether there was one.</returns>
    public async Task<bool> WithdrawAsync(Guid user, CancellationToken cancellationToken) =>
        await work.Batch().Add(Withdraw, Sql.Value(user)).ExecuteAsync(cancellationToken) > 0;

    /// <summary>Everybody who is a member or was one.</summary>
    /// <param name="nobodies">What those are called whose names were erased.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<IReadOnlyList<KnownPerson>> ListPeopleAsync(string[] nobodies, CancellationToken cancellationToken)
    {
        var people = new List<KnownPerson>();
        await using var reader = await work.Batch().Add(People, Sql.Values(nobodies)).ReadAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            people.Add(new([reader.GetString(0), Sql.TextOrNull(reader, 1) ?? ""], Sql.TextOrNull(reader, 2), Sql.NumberOrNull(reader, 3)));
        }

        return people;
    }
}
