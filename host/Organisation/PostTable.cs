using DrAivBot.Host.Database;
using DrAivBot.Organisation;
using Npgsql;

namespace DrAivBot.Host.Organisation;

/// <summary>Changes positions and who holds them. Who changes one holds its row: of two at once the second sees what the first did.</summary>
internal sealed class PostTable(OrganisationWork work)
{
    private const string Lock = "select from core.positions where company_id = core.company_id() and id = $1 and archived_at is null for update";

    // A statement of its own: the one that waited for the lock would still see the holder of before.
    private const string Find = $"""
        select {ChartTable.PositionColumns}
        from core.positions p
        {ChartTable.HolderJoins}
        where p.company_id = core.company_id() and p.id = $1 and p.archived_at is null
        """;

    private const string LockMember = """
        select name from core.members where company_id = core.company_id() and user_id = $1 and left_at is null for share
        """;

    private const string End = """
        update core.holdings set until = greatest($2, since)
        where company_id = core.company_id() and position_id = $1 and until is null
        """;

    private const string Begin = """
        insert into core.holdings (company_id, id, position_id, user_id, since) values (core.company_id(), $1, $2, $3, $4)
        """;

    private const string LockChart = "select from core.companies where company_id = core.company_id() for update";

    private const string HasHead = """
        select from core.positions
        where company_id = core.company_id() and kind = 'division_head' and division_number = $1 and archived_at is null
        """;

    private const string Insert = """
        insert into core.positions (company_id, id, number, kind, division_number, department_number, name, is_deputy, created_at)
        select core.company_id(), $1, max(number) + 1, $2, $3, $4, $5, $6, $7 from core.positions where company_id = core.company_id()
        """;

    private const string Move = """
        update core.positions set department_number = $2, division_number = $3 where company_id = core.company_id() and id = $1
        """;

    private const string Rename = "update core.positions set name = $2 where company_id = core.company_id() and id = $1";

    private const string Archive = "update core.positions set archived_at = $2 where company_id = core.company_id() and id = $1";

    private const string DropDeputies = "delete from core.deputies where company_id = core.company_id() and position_id = $1";

    private const string RenameDivision = "update core.divisions set name = $2 where company_id = core.company_id() and number = $1";

    private const string RenameDepartment = "update core.departments set name = $2 where company_id = core.company_id() and number = $1";

    /// <summary>Takes the position for the rest of the transaction; null when there is no live one.</summary>
    public Task<PositionRow?> LockAsync(PositionId position, CancellationToken cancellationToken) =>
        ReadAsync(work.Batch().Add(Lock, Id(position)).Add(Find, Id(position)), skip: 1, cancellationToken);

    public Task<PositionRow?> FindAsync(PositionId position, CancellationToken cancellationToken) =>
        ReadAsync(work.Batch().Add(Find, Id(position)), skip: 0, cancellationToken);

    /// <summary>The member's name, who cannot leave meanwhile; null for nobody.</summary>
    public async Task<string?> LockMemberAsync(UserId person, CancellationToken cancellationToken)
    {
        await using var reader = await work.Batch().Add(LockMember, Sql.Value(person.Value)).ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetString(0) : null;
    }

    public Task FillAsync(PositionId position, UserId person, CancellationToken cancellationToken) => work.Batch()
        .Add(End, Id(position), Sql.Value(work.Now))
        .Add(Begin, Sql.Value(Guid.CreateVersion7(work.Now)), Id(position), Sql.Value(person.Value), Sql.Value(work.Now))
        .ExecuteAsync(cancellationToken);

    public Task FreeAsync(PositionId position, CancellationToken cancellationToken) =>
        work.Batch().Add(End, Id(position), Sql.Value(work.Now)).ExecuteAsync(cancellationToken);

    /// <summary>Whether a division has a head; nobody adds one meanwhile.</summary>
    public async Task<bool> LockHeadAsync(int division, CancellationToken cancellationToken)
    {
        await using var reader = await work.Batch().Add(LockChart).Add(HasHead, Sql.Value(division)).ReadAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken);
    }

    public async Task<bool> HasHeadAsync(int division, CancellationToken cancellationToken)
    {
        await using var reader = await work.Batch().Add(HasHead, Sql.Value(division)).ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken);
    }

    public async Task<PositionRow> AddAsync(NewPost post, int division, int? department, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(work.Now);
        var isHead = post.Kind == PositionKind.DivisionHead;
        var batch = work.Batch()
            .Add(LockChart)
            .Add(
                Insert,
                Sql.Value(id),
                Sql.Value(isHead ? "division_head" : "specialist"),
                Sql.Value(division),
                new NpgsqlParameter<int?> { TypedValue = department },
                Sql.Optional(post.Name),
                new NpgsqlParameter<bool> { TypedValue = post.IsDeputy && !isHead },
                Sql.Value(work.Now))
            .Add(Find, Sql.Value(id));
        return (await ReadAsync(batch, skip: 1, cancellationToken))!;
    }

    public Task MoveAsync(PositionId position, int department, int division, CancellationToken cancellationToken) =>
        work.Batch().Add(Move, Id(position), Sql.Value(department), Sql.Value(division)).ExecuteAsync(cancellationToken);

    public Task RenameAsync(PositionId position, string? name, CancellationToken cancellationToken) =>
        work.Batch().Add(Rename, Id(position), Sql.Optional(name)).ExecuteAsync(cancellationToken);

    public Task ArchiveAsync(PositionId position, CancellationToken cancellationToken) =>
        work.Batch().Add(End, Id(position), Sql.Value(work.Now)).Add(Archive, Id(position), Sql.Value(work.Now)).Add(DropDeputies, Id(position)).ExecuteAsync(cancellationToken);

    public Task RenameUnitAsync(bool isDivision, int number, string? name, CancellationToken cancellationToken) =>
        work.Batch().Add(isDivision ? RenameDivision : RenameDepartment, Sql.Value(number), Sql.Optional(name)).ExecuteAsync(cancellationToken);

    private static NpgsqlParameter Id(PositionId position) => Sql.Value(position.Value);

    private static async Task<PositionRow?> ReadAsync(HostBatch batch, int skip, CancellationToken cancellationToken)
    {
        await using var reader = await batch.ReadAsync(cancellationToken);
        for (; skip > 0; skip--)
        {
            await reader.NextResultAsync(cancellationToken);
        }

        return await reader.ReadAsync(cancellationToken) ? ChartTable.ReadPosition(reader) : null;
    }
}
