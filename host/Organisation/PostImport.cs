using DrAivBot.Host.Database;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>Adds many posts in one statement. Whoever changes the chart takes the company's row, so that numbers are given once.</summary>
internal sealed class PostImport(OrganisationWork work) : IPostImport
{
    private const string Lock = "select from core.companies where company_id = core.company_id() for update";

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
        var rights = await new ActingDesk(work).FindRightsAsync(actor, cancellationToken);
        return [.. work.Board.Departments.Where(unit => rights.ToAddTo(unit.Division, unit.Number) is not null).Select(unit => unit.Number)];
    }

    public async Task<bool> AddAsync(UserId actor, IReadOnlyList<ImportedPost> posts, CancellationToken cancellationToken)
    {
        Check(posts);
        await work.Batch().Add(Lock).ExecuteAsync(cancellationToken);
        var allowed = (await ListDepartmentsAsync(actor, cancellationToken)).ToHashSet();
        var isAllowed = posts.All(post => allowed.Contains(post.DepartmentNumber));
        var batch = work.Batch().Add(
            Audit, Sql.Value(Guid.CreateVersion7(work.Now)), Sql.Value(work.Now), Sql.Value(actor.Value), Sql.Value(isAllowed ? "posts.imported" : "posts.import.refused"), Sql.Value(posts.Count));
        if (isAllowed)
        {
            batch.Add(
                Insert,
                Sql.Values([.. posts.Select(_ => Guid.CreateVersion7(work.Now))]),
                Sql.Values([.. posts.Select(post => work.Board.Department(post.DepartmentNumber).Division)]),
                Sql.Values([.. posts.Select(post => post.DepartmentNumber)]),
                Sql.Values([.. posts.Select(post => post.Name)]),
                Sql.Value(work.Now));
        }

        await batch.ExecuteAsync(cancellationToken);
        return isAllowed;
    }

    /// <summary>A breach is the module's error, not the user's.</summary>
    private static void Check(IReadOnlyList<ImportedPost> posts)
    {
        if (posts.Count is 0 or > IPostImport.MaxPosts)
        {
            throw new ArgumentException($"{posts.Count} posts were given; 1 to {IPostImport.MaxPosts} can be added at once.", nameof(posts));
        }

        if (posts.FirstOrDefault(post => post.DepartmentNumber is < 1 or > OrgBoard.DepartmentCount || !UnitNameRules.IsGood(post.Name)) is { } wrong)
        {
            throw new ArgumentException($"The post '{wrong.Name}' of department {wrong.DepartmentNumber} breaks the rules: departments are 1 to {OrgBoard.DepartmentCount}, names have {UnitName.MinLength} to {UnitName.MaxLength} characters.", nameof(posts));
        }
    }
}
