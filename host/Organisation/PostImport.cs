using DrAivBot.Host.Database;
using DrAivBot.Organisation;
using DrAivBot.Routing;

namespace DrAivBot.Host.Organisation;

/// <summary>Adds many posts in one statement, and invitations to them in another. Whoever changes the chart takes the company's row, so that numbers are given once.</summary>
internal sealed class PostImport(OrganisationWork work, IDeepLinks links) : IPostImport
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

    private readonly InvitationTable _invitations = new(work.Database);

    public async Task<IReadOnlyList<int>> ListDepartmentsAsync(UserId actor, CancellationToken cancellationToken)
    {
        var rights = await new ActingDesk(work).FindRightsAsync(actor, cancellationToken);
        return [.. work.Board.Departments.Where(unit => rights.ToAddTo(unit.Division, unit.Number) is not null).Select(unit => unit.Number)];
    }

    public async Task<int> CountInvitationsLeftAsync(CancellationToken cancellationToken) =>
        Math.Max(0, InvitationLink.MaxActive - await _invitations.CountOthersAsync(default, cancellationToken));

    public async Task<PostImportOutcome> AddAsync(UserId actor, IReadOnlyList<ImportedPost> posts, CancellationToken cancellationToken)
    {
        Check(posts);
        await work.Batch().Add(Lock).ExecuteAsync(cancellationToken);
        if (!await IsAllowedAsync(actor, posts, cancellationToken))
        {
            await NoteAsync("posts.import.refused", actor, posts.Count, cancellationToken);
            return new() { Result = PostImportResult.Forbidden };
        }

        var invited = posts.Count(post => post.Invites);
        if (invited > 0 && invited > await CountInvitationsLeftAsync(cancellationToken))
        {
            return new() { Result = PostImportResult.TooManyInvitations };
        }

        Guid[] ids = [.. posts.Select(_ => Guid.CreateVersion7(work.Now))];
        await InsertAsync(ids, posts, cancellationToken);
        await NoteAsync("posts.imported", actor, posts.Count, cancellationToken);
        return new() { Result = PostImportResult.Added, Invitations = invited == 0 ? [] : await InviteAsync(actor, ids, posts, cancellationToken) };
    }

    private async Task<bool> IsAllowedAsync(UserId actor, IReadOnlyList<ImportedPost> posts, CancellationToken cancellationToken)
    {
        var rights = await new ActingDesk(work).FindRightsAsync(actor, cancellationToken);
        return posts.DistinctBy(post => (post.DepartmentNumber, post.Invites)).Select(post => (Row: NewRow(post), post.Invites)).All(post =>
            rights.ToAddTo(post.Row.DivisionNumber, post.Row.DepartmentNumber!.Value) is not null && (!post.Invites || rights.MayInvite(post.Row)));
    }

    /// <summary>The post as it will be, vacant and with a number of none that is seeded.</summary>
    private PositionRow NewRow(ImportedPost post) => new()
    {
        Id = default,
        Number = int.MaxValue,
        Kind = PositionKind.Specialist,
        DivisionNumber = work.Board.Department(post.DepartmentNumber).Division,
        DepartmentNumber = post.DepartmentNumber,
    };

    private async Task InsertAsync(Guid[] ids, IReadOnlyList<ImportedPost> posts, CancellationToken cancellationToken) => await work.Batch()
        .Add(
            Insert,
            Sql.Values(ids),
            Sql.Values([.. posts.Select(post => work.Board.Department(post.DepartmentNumber).Division)]),
            Sql.Values([.. posts.Select(post => post.DepartmentNumber)]),
            Sql.Values([.. posts.Select(post => post.Name)]),
            Sql.Value(work.Now))
        .ExecuteAsync(cancellationToken);

    /// <summary>The new posts have ascending numbers, so that what is stored comes back in their order.</summary>
    private async Task<IReadOnlyList<ImportedInvitation>> InviteAsync(UserId actor, Guid[] ids, IReadOnlyList<ImportedPost> posts, CancellationToken cancellationToken)
    {
        int[] invited = [.. Enumerable.Range(0, posts.Count).Where(place => posts[place].Invites)];
        InvitationCode[] codes = [.. invited.Select(_ => InvitationCode.Draw())];
        var stored = await _invitations.InsertAllAsync(
            [.. invited.Zip(codes, (place, code) => (new PositionId(ids[place]), code))], actor, work.Now, InvitationLink.DefaultLife, cancellationToken);
        return
        [
            .. invited.Select((place, i) => new ImportedInvitation
            {
                Index = place, PositionNumber = stored[i].Number, Link = codes[i].LinkBy(links), ExpiresAt = stored[i].ExpiresAt,
            }),
        ];
    }

    private async Task NoteAsync(string act, UserId actor, int count, CancellationToken cancellationToken) => await work.Batch()
        .Add(Audit, Sql.Value(Guid.CreateVersion7(work.Now)), Sql.Value(work.Now), Sql.Value(actor.Value), Sql.Value(act), Sql.Value(count))
        .ExecuteAsync(cancellationToken);

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
