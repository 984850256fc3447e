using DrAivBot.Host.Database;
using DrAivBot.Organisation;
using Npgsql;

namespace DrAivBot.Host.Organisation;

/// <summary>Finds members, with the positions of those found.</summary>
internal sealed class PeopleTable(OrganisationWork work)
{
    /// <summary>The day it is in the company's zone. A query of its own: found once, not for each member.</summary>
    private const string Day = "(select ($1::timestamptz at time zone company.time_zone)::date from core.companies company where company.company_id = core.company_id())";

    private const string Columns = $"""
        m.user_id, m.name, m.joined_at, (
            select max(away.ends_on) from core.absences away
            where away.company_id = m.company_id and away.user_id = m.user_id and {Day} between away.starts_on and away.ends_on)
        """;

    private const string From = "from core.members m where m.company_id = core.company_id() and m.left_at is null";

    private const string Found = $"""
        {From} and ($2 = '%%' or lower(m.name) like $2 or exists (
            select from core.holdings h
            join core.positions p on p.company_id = h.company_id and p.id = h.position_id and p.archived_at is null
            where h.company_id = m.company_id and h.user_id = m.user_id and h.until is null and (lower(p.name) like $2 or (p.name is null and case p.kind
                when 'department_head' then p.department_number = any ($3)
                when 'division_head' then p.division_number = any ($4)
                else false end))))
        and case $5
            when 1 then exists (
                select from core.holdings h
                where h.company_id = m.company_id and h.user_id = m.user_id and h.until is null and not h.is_temporary and h.training_percent < 100)
            when 2 then m.user_id in (
                select away.user_id from core.absences away
                where away.company_id = core.company_id() and {Day} between away.starts_on and away.ends_on)
            when 3 then not exists (
                select from core.holdings h where h.company_id = m.company_id and h.user_id = m.user_id and h.until is null)
            else true end
        and m.user_id is distinct from $8
        and (($6::int is null and $7::int is null) or m.user_id in (
            select h.user_id
            from core.holdings h
            join core.positions p on p.company_id = h.company_id and p.id = h.position_id and p.archived_at is null
            where h.company_id = core.company_id() and h.until is null and not h.is_temporary
                and ($6::int is null or p.division_number = $6) and ($7::int is null or p.department_number = $7)))
        """;

    private const string Count = $"select count(*)::int {Found}";

    /// <summary>Whether somebody is away is asked of those on the page only, not of all whom the page comes after.</summary>
    private const string List = $"""
        select {Columns}
        from (select m.company_id, m.user_id, m.name, m.joined_at {Found} order by lower(m.name), m.user_id offset $9 limit $10) m
        order by lower(m.name), m.user_id
        """;

    private const string One = $"select {Columns} {From} and m.user_id = $2";

    private const string Posts = $"""
        select {ChartTable.PositionColumns}
        from core.holdings h
        join core.members m on m.company_id = h.company_id and m.user_id = h.user_id
        join core.positions p on p.company_id = h.company_id and p.id = h.position_id and p.archived_at is null
        where h.company_id = core.company_id() and h.user_id = any ($1) and h.until is null
        order by p.number
        """;

    public async Task<EmployeePage> SearchAsync(PeopleQuery query, CancellationToken cancellationToken)
    {
        NpgsqlParameter[] Wanted() =>
        [
            Sql.Value(work.Now), .. new BoardWords(work.Board, work.Acting.Language).Parameters(query.Text), Sql.Value((int)query.Filter),
            new NpgsqlParameter<int?> { TypedValue = query.Division }, new NpgsqlParameter<int?> { TypedValue = query.Department },
            Sql.Optional(query.Except?.Value),
        ];
        int total;
        var people = new List<Employee>();
        await using (var reader = await work.Batch()
            .Add(Count, Wanted())
            .Add(List, [.. Wanted(), Sql.Value(Math.Max(0, query.Skip)), Sql.Value(Math.Clamp(query.Take, 1, 100))])
            .ReadAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            total = reader.GetInt32(0);
            await reader.NextResultAsync(cancellationToken);
            await ReadAsync(reader, people, cancellationToken);
        }

        return new() { Employees = await WithPostsAsync(people, cancellationToken), Total = total };
    }

    public async Task<Employee?> FindAsync(UserId person, CancellationToken cancellationToken)
    {
        var people = new List<Employee>();
        await using (var reader = await work.Batch().Add(One, Sql.Value(work.Now), Sql.Value(person.Value)).ReadAsync(cancellationToken))
        {
            await ReadAsync(reader, people, cancellationToken);
        }

        return await WithPostsAsync(people, cancellationToken) is [var found] ? found : null;
    }

    private async Task<IReadOnlyList<Employee>> WithPostsAsync(List<Employee> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
        {
            return people;
        }

        await using var reader = await work.Batch().Add(Posts, Sql.Values([.. people.Select(person => person.UserId.Value)])).ReadAsync(cancellationToken);
        var rows = new List<PositionRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(ChartTable.ReadPosition(reader));
        }

        var posts = rows.ToLookup(row => row.Holder!.UserId, work.Names.Position);
        return [.. people.Select(person => person with { Positions = [.. posts[person.UserId]] })];
    }

    private static async Task ReadAsync(NpgsqlDataReader reader, List<Employee> people, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken))
        {
            people.Add(new()
            {
                UserId = new(reader.GetGuid(0)),
                Name = reader.GetString(1),
                JoinedAt = await reader.GetFieldValueAsync<DateTimeOffset>(2, cancellationToken),
                AbsentUntil = await reader.IsDBNullAsync(3, cancellationToken) ? null : await reader.GetFieldValueAsync<DateOnly>(3, cancellationToken),
                Positions = [],
            });
        }
    }
}
