using DrAivBot.Host.Database;
using DrAivBot.Organisation;
using Npgsql;
using NpgsqlTypes;

namespace DrAivBot.Host.Organisation;

/// <summary>Rows of core.absences and core.deputies.</summary>
internal sealed class AbsenceTable(OrganisationWork work)
{
    private const string Day = "select (now.at at time zone time_zone)::date from core.companies, (select $1::timestamptz as at) now where company_id = core.company_id()";

    private const string Columns = """
        select a.id, a.starts_on, a.ends_on, a.user_id, m.name, d.user_id, d.name
        from core.absences a
        join core.members m on m.company_id = a.company_id and m.user_id = a.user_id
        left join core.members d on d.company_id = a.company_id and d.user_id = a.deputy_id
        where a.company_id = core.company_id()
        """;

    private const string List = $"""
        {Columns} and m.left_at is null and a.ends_on >= $1 and ($2::uuid is null or a.user_id = $2)
        order by a.starts_on, a.id offset $3 limit $4
        """;

    private const string Overlapping = $"{Columns} and a.user_id = $1 and a.starts_on <= $3 and a.ends_on >= $2 order by a.starts_on limit 1";

    private const string One = $"{Columns} and a.id = $1 and a.ends_on >= $2";

    /// <summary>Two absences of one person are not noted at once, nor by one host only.</summary>
    private const string LockMember = """
        select name from core.members where company_id = core.company_id() and user_id = $1 and left_at is null for update
        """;

    private const string Insert = """
        insert into core.absences (company_id, id, user_id, starts_on, ends_on, deputy_id) values (core.company_id(), $1, $2, $3, $4, $5)
        """;

    private const string Delete = "delete from core.absences where company_id = core.company_id() and id = $1 and starts_on >= $2";

    private const string End = """
        update core.absences set ends_on = $2::date - 1
        where company_id = core.company_id() and id = $1 and starts_on < $2 and ends_on >= $2
        """;

    private const string Deputies = """
        select d.id, d.starts_on, d.ends_on, d.user_id, m.name, d.position_id
        from core.deputies d
        join core.members m on m.company_id = d.company_id and m.user_id = d.user_id and m.left_at is null
        where d.company_id = core.company_id() and (d.position_id = $1 or d.id = $1) and coalesce(d.ends_on, $2) >= $2
        order by d.starts_on desc, d.id
        """;

    private const string InsertDeputy = """
        insert into core.deputies (company_id, id, position_id, user_id, starts_on, ends_on) values (core.company_id(), $1, $2, $3, $4, $5)
        """;

    private const string DeleteDeputy = "delete from core.deputies where company_id = core.company_id() and id = $1";

    /// <summary>The day it is in the company's zone.</summary>
    public async Task<DateOnly> FindDayAsync(CancellationToken cancellationToken)
    {
        await using var reader = await work.Batch().Add(Day, Sql.Value(work.Now)).ReadAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return await reader.GetFieldValueAsync<DateOnly>(0, cancellationToken);
    }

    public Task<IReadOnlyList<Absence>> ListAsync(UserId? person, DateOnly from, int skip, int take, CancellationToken cancellationToken) => ReadAsync(
        work.Batch().Add(List, Date(from), Sql.Optional(person?.Value), Sql.Value(skip), Sql.Value(take)), cancellationToken);

    /// <summary>The first absence of a person that shares a day with these; null when there is none.</summary>
    public async Task<Absence?> FindOverlapAsync(UserId person, DateOnly startsOn, DateOnly endsOn, CancellationToken cancellationToken) =>
        (await ReadAsync(work.Batch().Add(Overlapping, Sql.Value(person.Value), Date(startsOn), Date(endsOn)), cancellationToken)) is [var first, ..] ? first : null;

    /// <summary>Null when there is none, or it is over.</summary>
    public async Task<Absence?> FindAsync(AbsenceId absence, DateOnly today, CancellationToken cancellationToken) =>
        (await ReadAsync(work.Batch().Add(One, Sql.Value(absence.Value), Date(today)), cancellationToken)) is [var first, ..] ? first : null;

    /// <summary>The member's name, of whom no other absence is noted meanwhile; null for nobody.</summary>
    public async Task<string?> LockMemberAsync(UserId person, CancellationToken cancellationToken)
    {
        await using var reader = await work.Batch().Add(LockMember, Sql.Value(person.Value)).ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetString(0) : null;
    }

    public Task InsertAsync(AbsenceId id, NewAbsence absence, CancellationToken cancellationToken) => work.Batch()
        .Add(Insert, Sql.Value(id.Value), Sql.Value(absence.Person.Value), Date(absence.StartsOn), Date(absence.EndsOn), Sql.Optional(absence.Deputy?.Value))
        .ExecuteAsync(cancellationToken);

    public Task EndAsync(AbsenceId absence, DateOnly today, CancellationToken cancellationToken) => work.Batch()
        .Add(Delete, Sql.Value(absence.Value), Date(today))
        .Add(End, Sql.Value(absence.Value), Date(today))
        .ExecuteAsync(cancellationToken);

    /// <summary>Those of a position, or the one of this id, with the position it belongs to.</summary>
    public async Task<IReadOnlyList<(PositionDeputy Deputy, PositionId Position)>> ListDeputiesAsync(Guid positionOrDeputy, DateOnly today, CancellationToken cancellationToken)
    {
        await using var reader = await work.Batch().Add(Deputies, Sql.Value(positionOrDeputy), Date(today)).ReadAsync(cancellationToken);
        var found = new List<(PositionDeputy, PositionId)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var deputy = new PositionDeputy
            {
                Id = new(reader.GetGuid(0)),
                StartsOn = await reader.GetFieldValueAsync<DateOnly>(1, cancellationToken),
                EndsOn = await reader.IsDBNullAsync(2, cancellationToken) ? null : await reader.GetFieldValueAsync<DateOnly>(2, cancellationToken),
                Person = new() { UserId = new(reader.GetGuid(3)), Name = reader.GetString(4) },
            };
            found.Add((deputy, new(reader.GetGuid(5))));
        }

        return found;
    }

    public Task InsertDeputyAsync(PositionId position, UserId person, DateOnly startsOn, DateOnly? endsOn, CancellationToken cancellationToken) => work.Batch()
        .Add(
            InsertDeputy,
            Sql.Value(Guid.CreateVersion7(work.Now)),
            Sql.Value(position.Value),
            Sql.Value(person.Value),
            Date(startsOn),
            new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Date, Value = (object?)endsOn ?? DBNull.Value })
        .ExecuteAsync(cancellationToken);

    public Task DeleteDeputyAsync(DeputyId deputy, CancellationToken cancellationToken) =>
        work.Batch().Add(DeleteDeputy, Sql.Value(deputy.Value)).ExecuteAsync(cancellationToken);

    private static NpgsqlParameter<DateOnly> Date(DateOnly day) => new() { TypedValue = day };

    private static async Task<IReadOnlyList<Absence>> ReadAsync(HostBatch batch, CancellationToken cancellationToken)
    {
        await using var reader = await batch.ReadAsync(cancellationToken);
        var absences = new List<Absence>();
        while (await reader.ReadAsync(cancellationToken))
        {
            absences.Add(new()
            {
                Id = new(reader.GetGuid(0)),
                StartsOn = await reader.GetFieldValueAsync<DateOnly>(1, cancellationToken),
                EndsOn = await reader.GetFieldValueAsync<DateOnly>(2, cancellationToken),
                Person = new() { UserId = new(reader.GetGuid(3)), Name = reader.GetString(4) },
                Deputy = reader.GetValue(5) is Guid deputy ? new() { UserId = new(deputy), Name = reader.GetString(6) } : null,
            });
        }

        return absences;
    }
}
