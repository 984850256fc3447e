using DrAivBot.Host.Database;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>Adds many posts in one statement. Whoever changes the chart takes the company's row, so that numbers are given once.</summary>
internal sealed class PostImport(TurnDatabase database, OrgBoard board, DateTimeOffset now) : IPostImport
{
    private const int MinName = 2;
    private const int MaxName = 80;

    private const string Lock = "select from core.companies where company_id = core.company_id() for update";

    private const string Held = """
        select p.number, p.kind, p.division_number, coalesce(p.department_number, 0)::smallint
        from core.holdings h
        join core.members m on m.company_id = h.company_id and m.user_id = h.user_id and m.left_at is null
        join core.positions p on p.company_id = h.company_id and p.id = h.position_id and p.archived_at is null
        where h.company_id = core.company_id() and h.user_id = $1 and h.until is null
        """;

    private const string Insert = """
        insert into core.positions (company_id, id, number, kind, division_number, department_number, name, created_at)
        select core.company_id(), post.id, highest.number + post.place, 'specialist', post.division, post.department, post.name, $5
        from unnest($1::uuid[], $2::int[], $3::int[], $4::text[]) with ordinality as post (id, division, department, name, place)
        cross join (select max(number) as number from core.positions where company_id = core.company_id()) as highest
        """;

    private const string Audit = """
        insert into core.audit (company_id, id, at, user_id, act, after)
        values (core.company_id(), $1, $2, $3, $4, jsonb_build_object('posts', $5::int))
        """;

    public async Task<IReadOnlyList<int>> ListDepartmentsAsync(UserId actor, CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch().Add(Held, Sql.Value(actor.Value)).ReadAsync(cancellationToken);
        var allowed = new SortedSet<int>();
        while (await reader.ReadAsync(cancellationToken))
        {
            allowed.UnionWith(Below(reader.GetInt32(0), reader.GetString(1), reader.GetInt32(2), reader.GetInt32(3)));
        }

        return [.. allowed];
    }

    public async Task<bool> AddAsync(UserId actor, IReadOnlyList<ImportedPost> posts, CancellationToken cancellationToken)
    {
        Check(posts);
        await database.CreateHostBatch().Add(Lock).ExecuteAsync(cancellationToken);
        var allowed = (await ListDepartmentsAsync(actor, cancellationToken)).ToHashSet();
        var isAllowed = posts.All(post => allowed.Contains(post.DepartmentNumber));
        var batch = database.CreateHostBatch().Add(
            Audit, Sql.Value(Guid.CreateVersion7(now)), Sql.Value(now), Sql.Value(actor.Value), Sql.Value(isAllowed ? "posts.imported" : "posts.import.refused"), Sql.Value(posts.Count));
        if (isAllowed)
        {
            batch.Add(
                Insert,
                Sql.Values([.. posts.Select(_ => Guid.CreateVersion7(now))]),
                Sql.Values([.. posts.Select(post => board.Department(post.DepartmentNumber).Division)]),
                Sql.Values([.. posts.Select(post => post.DepartmentNumber)]),
                Sql.Values([.. posts.Select(post => post.Name)]),
                Sql.Value(now));
        }

        await batch.ExecuteAsync(cancellationToken);
        return isAllowed;
    }

    private IEnumerable<int> Below(int number, string kind, int division, int department) => (number, kind) switch
    {
        (OrgBoard.OwnerNumber or OrgBoard.ExecutiveNumber, _) => board.Departments.Select(unit => unit.Number),
        (_, "division_head") => board.Departments.Where(unit => unit.Division == division).Select(unit => unit.Number),
        (_, "department_head") => [department],
        _ => [],
    };

    /// <summary>A breach is the module's error, not the user's.</summary>
    private static void Check(IReadOnlyList<ImportedPost> posts)
    {
        if (posts.Count is 0 or > IPostImport.MaxPosts)
        {
            throw new ArgumentException($"{posts.Count} posts were given; 1 to {IPostImport.MaxPosts} can be added at once.", nameof(posts));
        }

        if (posts.FirstOrDefault(post => post.DepartmentNumber is < 1 or > OrgBoard.DepartmentCount || post.Name.Length is < MinName or > MaxName || post.Name.Any(char.IsControl)) is { } wrong)
        {
            throw new ArgumentException($"The post '{wrong.Name}' of department {wrong.DepartmentNumber} breaks the rules: departments are 1 to {OrgBoard.DepartmentCount}, names have {MinName} to {MaxName} characters.", nameof(posts));
        }
    }
}
