using DrAivBot.Host.Database;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>Writes that somebody joined the company in use by an invitation, or declined, and what they are there now.</summary>
internal sealed class JoiningTable(TurnDatabase database)
{
    /// <summary>Who comes back after having left is a member from now on; what they did before keeps their name.</summary>
    private const string Join = """
        insert into core.members (company_id, user_id, name, joined_at, consented_at, consent_version)
        values (core.company_id(), $1, $2, core.clock(), core.clock(), $3)
        on conflict (company_id, user_id) do update
        set name = excluded.name, joined_at = excluded.joined_at, left_at = null, consented_at = excluded.consented_at, consent_version = excluded.consent_version
        where members.left_at is not null
        """;

    private const string EndTemporary = """
        update core.holdings set until = greatest(core.clock(), since)
        where company_id = core.company_id() and position_id = $1 and until is null and is_temporary
        """;

    private const string Hold = """
        insert into core.holdings (company_id, id, position_id, user_id, since) values (core.company_id(), $1, $2, $3, core.clock())
        """;

    private const string Use = """
        update core.invitations set used_by = $2, used_at = core.clock()
        where company_id = core.company_id() and id = $1 and used_at is null and revoked_at is null
        """;

    private const string Decline = """
        update core.invitations set declined_at = core.clock() where company_id = core.company_id() and id = $1
        """;

    private const string Audit = """
        insert into core.audit (company_id, id, at, user_id, position_id, act, after)
        values (core.company_id(), $1, $2, $3, $4, $5, jsonb_build_object('invitation', $6::uuid))
        """;

    private const string Membership = """
        select company_name, time_zone, role, modules_off from core.members_of(array[$1], array[$2]) where company_id = $2
        """;

    /// <summary>Makes somebody a member who holds the post, and the invitation used. Who is a member consented before.</summary>
    public Task JoinAsync(InvitationRow invitation, JoiningPerson person, string? consentVersion, CancellationToken cancellationToken) => database.CreateHostBatch()
        .Add(Join, Sql.Value(person.Id.Value), Sql.Value(person.Name), Sql.Optional(consentVersion))
        .Add(EndTemporary, Sql.Value(invitation.Position.Id.Value))
        .Add(Hold, Sql.Value(Guid.CreateVersion7(person.At)), Sql.Value(invitation.Position.Id.Value), Sql.Value(person.Id.Value))
        .Add(Use, Sql.Value(invitation.Id.Value), Sql.Value(person.Id.Value))
        .ExecuteAsync(cancellationToken);

    public Task DeclineAsync(InvitationId invitation, CancellationToken cancellationToken) =>
        database.CreateHostBatch().Add(Decline, Sql.Value(invitation.Value)).ExecuteAsync(cancellationToken);

    public Task AuditAsync(string act, InvitationId invitation, PositionId position, JoiningPerson person, CancellationToken cancellationToken) => database.CreateHostBatch()
        .Add(Audit, Sql.Value(Guid.CreateVersion7(person.At)), Sql.Value(person.At), Sql.Value(person.Id.Value), Sql.Value(position.Value), Sql.Value(act), Sql.Value(invitation.Value))
        .ExecuteAsync(cancellationToken);

    /// <summary>What a person needs to go on in a company; null when they are no member of it.</summary>
    public async Task<EnteredCompany?> FindMembershipAsync(UserId user, CompanyId company, CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch().Add(Membership, Sql.Value(user.Value), Sql.Value(company.Value)).ReadAsync(cancellationToken);
        return !await reader.ReadAsync(cancellationToken) ? null : new()
        {
            Member = new() { CompanyId = company, CompanyName = reader.GetString(0), Role = (CompanyRoles)reader.GetInt32(2) },
            TimeZone = reader.GetString(1),
            ModulesOff = Sql.TextOrNull(reader, 3),
        };
    }
}

/// <summary>Who acts on an invitation, and when.</summary>
internal sealed record JoiningPerson(UserId Id, string Name, DateTimeOffset At);
