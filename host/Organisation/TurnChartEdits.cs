using System.Globalization;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>Changes of the chart itself: positions added, moved, archived and renamed, units renamed.</summary>
internal sealed class TurnChartEdits(OrganisationWork work, OpenItems items)
{
    private readonly PostTable _table = new(work);
    private readonly ActingDesk _desk = new(work);
    private readonly ChartTable _chart = new(work.Database);

    public async Task<UnitActs> FindDivisionActsAsync(int number, CancellationToken cancellationToken)
    {
        if (work.Company is null || number is < 1 or > OrgBoard.DivisionCount || (await _desk.FindRightsAsync(cancellationToken)).ToGovern is null)
        {
            return UnitActs.None;
        }

        var canHaveHead = number < OrgBoard.DivisionCount && !await _table.HasHeadAsync(number, cancellationToken);
        return UnitActs.Rename | (canHaveHead ? UnitActs.AddHead : UnitActs.None);
    }

    public async Task<UnitActs> FindDepartmentActsAsync(int number, CancellationToken cancellationToken)
    {
        if (work.Company is null || number is < 1 or > OrgBoard.DepartmentCount)
        {
            return UnitActs.None;
        }

        var rights = await _desk.FindRightsAsync(cancellationToken);
        return (rights.ToGovern is null ? UnitActs.None : UnitActs.Rename)
            | (rights.ToAddTo(DivisionOf(number), number) is null ? UnitActs.None : UnitActs.AddPost);
    }

    public async Task<PostResult> AddAsync(NewPost post, CancellationToken cancellationToken)
    {
        var isHead = post.Kind == PositionKind.DivisionHead;
        var last = isHead ? OrgBoard.DivisionCount - 1 : OrgBoard.DepartmentCount;
        if (work.Company is null || post.Kind is not (PositionKind.Specialist or PositionKind.DivisionHead) || post.UnitNumber < 1 || post.UnitNumber > last)
        {
            return Refused(PostOutcome.NotFound);
        }

        var rights = await _desk.FindRightsAsync(cancellationToken);
        var division = isHead ? post.UnitNumber : DivisionOf(post.UnitNumber);
        if ((isHead ? rights.ToGovern : rights.ToAddTo(division, post.UnitNumber)) is not { } from)
        {
            return await DenyAsync("post.added", $"{(isHead ? "division" : "department")} {post.UnitNumber}", cancellationToken);
        }

        if (post.Name is null ? !isHead : !UnitNameRules.IsGood(post.Name))
        {
            return Refused(PostOutcome.BadName);
        }

        if (isHead && await _table.LockHeadAsync(division, cancellationToken))
        {
            return Refused(PostOutcome.HasHead);
        }

        var row = await _table.AddAsync(post, division, isHead ? null : post.UnitNumber, cancellationToken);
        await _desk.NoteAsync("post.added", from, before: null, PostFacts.Of(row), cancellationToken);
        return Done(row);
    }

    public async Task<PostResult> MoveAsync(PositionId position, int department, CancellationToken cancellationToken)
    {
        if (work.Company is null || await _table.LockAsync(position, cancellationToken) is not { } row || department is < 1 or > OrgBoard.DepartmentCount)
        {
            return Refused(PostOutcome.NotFound);
        }

        var rights = await _desk.FindRightsAsync(cancellationToken);
        if (rights.ToShape(row) is not { } from || rights.ToAddTo(DivisionOf(department), department) is null)
        {
            return await DenyAsync("post.moved", Number(row), cancellationToken);
        }

        if (row.Number <= OrgBoard.DepartmentCount || row.Kind != PositionKind.Specialist || row.DepartmentNumber == department)
        {
            return Refused(row.Number <= OrgBoard.DepartmentCount ? PostOutcome.Seeded
                : row.Kind != PositionKind.Specialist ? PostOutcome.CannotMove
                : PostOutcome.Unchanged);
        }

        await _table.MoveAsync(position, department, DivisionOf(department), cancellationToken);
        var moved = row with { DepartmentNumber = department, DivisionNumber = DivisionOf(department) };
        await _desk.NoteAsync("post.moved", from, PostFacts.Of(row), PostFacts.Of(moved), cancellationToken);
        return Done(moved);
    }

    public async Task<PostResult> ArchiveAsync(PositionId position, bool handOver, CancellationToken cancellationToken)
    {
        if (work.Company is null || await _table.LockAsync(position, cancellationToken) is not { } row)
        {
            return Refused(PostOutcome.NotFound);
        }

        if ((await _desk.FindRightsAsync(cancellationToken)).ToShape(row) is not { } from)
        {
            return await DenyAsync("post.archived", Number(row), cancellationToken);
        }

        if (row.Number <= OrgBoard.DepartmentCount || row.Holder is { IsTemporary: false })
        {
            return row.Number <= OrgBoard.DepartmentCount ? Refused(PostOutcome.Seeded) : Refused(PostOutcome.Occupied) with { Holder = row.Holder };
        }

        var open = await items.CountAsync(position, cancellationToken);
        if (open > 0 && !handOver)
        {
            return Refused(PostOutcome.HasOpenItems) with { OpenItems = open };
        }

        var receiver = open > 0 ? await HandOverAsync(position, cancellationToken) : null;
        await _table.ArchiveAsync(position, cancellationToken);
        var after = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["handed_over"] = open.ToString(CultureInfo.InvariantCulture),
            ["handed_to"] = receiver?.Id.ToString(),
        };
        await _desk.NoteAsync("post.archived", from, PostFacts.Of(row), after, cancellationToken);
        return Done(row) with { OpenItems = open, HandedTo = receiver };
    }

    public async Task<PostResult> RenameAsync(PositionId position, string? name, CancellationToken cancellationToken)
    {
        if (work.Company is null || await _table.LockAsync(position, cancellationToken) is not { } row)
        {
            return Refused(PostOutcome.NotFound);
        }

        if ((await _desk.FindRightsAsync(cancellationToken)).ToRename(row) is not { } from)
        {
            return await DenyAsync("post.renamed", Number(row), cancellationToken);
        }

        if (name is null ? row.Kind == PositionKind.Specialist : !UnitNameRules.IsGood(name))
        {
            return Refused(PostOutcome.BadName);
        }

        if (string.Equals(row.Name, name, StringComparison.Ordinal))
        {
            return Refused(PostOutcome.Unchanged);
        }

        await _table.RenameAsync(position, name, cancellationToken);
        await _desk.NoteAsync("post.renamed", from, PostFacts.Of(row), PostFacts.Of(row with { Name = name }), cancellationToken);
        return Done(row with { Name = name });
    }

    public async Task<PostResult> RenameUnitAsync(bool isDivision, int number, string? name, CancellationToken cancellationToken)
    {
        var act = isDivision ? "division.renamed" : "department.renamed";
        var last = isDivision ? OrgBoard.DivisionCount : OrgBoard.DepartmentCount;
        if (work.Company is null || number < 1 || number > last)
        {
            return Refused(PostOutcome.NotFound);
        }

        if ((await _desk.FindRightsAsync(cancellationToken)).ToGovern is not { } from)
        {
            return await DenyAsync(act, number.ToString(CultureInfo.InvariantCulture), cancellationToken);
        }

        if (name is not null && !UnitNameRules.IsGood(name))
        {
            return Refused(PostOutcome.BadName);
        }

        var before = await FindNameAsync(isDivision, number, cancellationToken);
        if (string.Equals(before, name, StringComparison.Ordinal))
        {
            return Refused(PostOutcome.Unchanged);
        }

        await _table.RenameUnitAsync(isDivision, number, name, cancellationToken);
        await _desk.NoteAsync(act, from, UnitFacts(number, before), UnitFacts(number, name), cancellationToken);
        return new() { Outcome = PostOutcome.Done };
    }

    private async Task<string?> FindNameAsync(bool isDivision, int number, CancellationToken cancellationToken) => isDivision
        ? (await _chart.FindDivisionAsync(number, cancellationToken))?.Division.Name
        : (await _chart.FindDepartmentAsync(number, cancellationToken))?.Name;

    /// <summary>The chain of a vacant position never is empty: it ends at 21, which is always held.</summary>
    private async Task<Position> HandOverAsync(PositionId position, CancellationToken cancellationToken)
    {
        var rows = await _chart.FindCardAsync(position, work.Now, cancellationToken);
        var chart = rows.Select(ChainPosition.Of).ToArray();
        var nearest = SuperiorChain.Above(chart[0] with { Holder = null }, chart)[0];
        await items.HandOverAsync(position, nearest.Position, cancellationToken);
        return work.Names.Position(rows.First(row => row.Position.Id == nearest.Position).Position);
    }

    private async Task<PostResult> DenyAsync(string act, string target, CancellationToken cancellationToken)
    {
        await _desk.DenyAsync(act, target, cancellationToken);
        return Refused(PostOutcome.Forbidden);
    }

    private int DivisionOf(int department) => work.Board.Department(department).Division;

    private PostResult Done(PositionRow row) => new() { Outcome = PostOutcome.Done, Position = work.Names.Position(row) };

    private static PostResult Refused(PostOutcome outcome) => new() { Outcome = outcome };

    private static string Number(PositionRow row) => row.Number.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, string?> UnitFacts(int number, string? name) => new(StringComparer.Ordinal)
    {
        ["number"] = number.ToString(CultureInfo.InvariantCulture),
        ["name"] = name,
    };
}
