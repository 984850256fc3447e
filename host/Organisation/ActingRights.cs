using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>
/// What somebody's positions give them the right to: the table of rights, and nothing but it. Each answer is the position
/// acted from, which the audit names; null means no.
/// </summary>
internal sealed class ActingRights(IReadOnlyList<ActorPost> posts)
{
    public IReadOnlyList<ActorPost> Posts => posts;

    public ActorPost? Owner => Numbered(OrgBoard.OwnerNumber);

    /// <summary>Rename units and seeded posts, change settings.</summary>
    public ActorPost? ToGovern => Owner ?? Numbered(OrgBoard.ExecutiveNumber);

    /// <summary>The position that an act on oneself is noted under; null for somebody without any.</summary>
    public ActorPost? Own => ToGovern ?? posts.OrderBy(post => post.Kind == PositionKind.Specialist).ThenBy(post => post.Number).FirstOrDefault();

    /// <summary>The posts that <see cref="ToFill"/> has an answer for, but for 21.</summary>
    public PostScope Fillable => PostScope.Of(posts);

    /// <summary>Appoint, replace, free, invite. Of 21 the owner, who has another act for it.</summary>
    public ActorPost? ToFill(PositionRow target) => target.Number == OrgBoard.OwnerNumber ? Owner
        : Fillable.Covers(target) ? ToShape(target) ?? Numbered(OrgBoard.PersonnelNumber)
        : null;

    /// <summary>Whether somebody may be invited to it as it is now.</summary>
    public bool MayInvite(PositionRow target) => target is { Number: not OrgBoard.OwnerNumber, Holder: null or { IsTemporary: true } } && ToFill(target) is not null;

    /// <summary>Move, archive, rename what was added.</summary>
    public ActorPost? ToShape(PositionRow target) => target.Number == OrgBoard.OwnerNumber
        ? Owner
        : ToGovern ?? Above(target.Id, target.Kind, target.DivisionNumber, target.DepartmentNumber);

    /// <summary>Add a specialist to a department, or let one come there.</summary>
    public ActorPost? ToAddTo(int division, int department) => ToGovern ?? Above(default, PositionKind.Specialist, division, department);

    public ActorPost? ToRename(PositionRow target) => target.Number <= OrgBoard.DepartmentCount
        ? target.Number == OrgBoard.OwnerNumber ? Owner : ToGovern
        : ToShape(target);

    /// <param name="isOwner">Whether the person to be dismissed owns the company.</param>
    public ActorPost? ToDismiss(bool isOwner) => isOwner ? Owner : ToGovern;

    /// <summary>Note absences of somebody else, whose rights these are.</summary>
    public ActorPost? ToNoteAbsenceOf(ActingRights theirs) => theirs.Owner is not null
        ? Owner
        : ToGovern ?? theirs.Posts.Select(post => Above(post.Id, post.Kind, post.DivisionNumber, post.DepartmentNumber)).FirstOrDefault(post => post is not null);

    /// <summary>Name deputies: for one's own position, or for one that one may fill.</summary>
    public ActorPost? ToNameDeputy(PositionRow target) => posts.FirstOrDefault(post => post.Id == target.Id) ?? ToFill(target);

    public ManagerScope Scope(OrgBoard board)
    {
        if (ToGovern is not null)
        {
            return new() { IsWholeCompany = true };
        }

        var divisions = posts.Where(post => post.Kind == PositionKind.DivisionHead).Select(post => post.DivisionNumber).Distinct().Order().ToArray();
        var departments = posts.Where(post => post.Kind == PositionKind.DepartmentHead).Select(post => post.DepartmentNumber!.Value)
            .Concat(board.Departments.Where(department => divisions.Contains(department.Division)).Select(department => department.Number));
        return new() { Divisions = divisions, Departments = [.. departments.Distinct().Order()] };
    }

    private ActorPost? Above(PositionId position, PositionKind kind, int division, int? department) => posts
        .Where(post => post.IsAbove(position, kind, division, department))
        .MinBy(post => post.Kind == PositionKind.DivisionHead ? 0 : 1);

    private ActorPost? Numbered(int number) => posts.FirstOrDefault(post => post.Number == number);
}
