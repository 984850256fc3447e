using System.Globalization;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>Who holds which position, and which positions there are. See <see cref="TurnChartEdits"/> for the latter.</summary>
internal sealed class TurnPosts(OrganisationWork work, OpenItems items) : IPosts
{
    private readonly PostTable _table = new(work);
    private readonly ActingDesk _desk = new(work);
    private readonly TurnChartEdits _edits = new(work, items);
    private readonly VacancyTable _vacancies = new(work);

    public async Task<PostActs> FindActsAsync(PositionId position, CancellationToken cancellationToken)
    {
        if (work.Company is null || await _table.FindAsync(position, cancellationToken) is not { } row)
        {
            return PostActs.None;
        }

        var rights = await _desk.FindRightsAsync(cancellationToken);
        var isSeeded = row.Number <= OrgBoard.DepartmentCount;
        var isVacant = row.Holder is null or { IsTemporary: true };
        var acts = rights.ToRename(row) is null ? PostActs.None : PostActs.Rename;
        if (rights.ToFill(row) is not null && row.Number != OrgBoard.OwnerNumber)
        {
            acts |= isVacant ? PostActs.Appoint : PostActs.Replace | PostActs.Free;
        }

        if (rights.MayInvite(row))
        {
            acts |= PostActs.Invite;
        }

        if (!isSeeded && rights.ToShape(row) is not null)
        {
            acts |= (row.Kind == PositionKind.Specialist ? PostActs.Move : PostActs.None) | (isVacant ? PostActs.Archive : PostActs.None);
        }

        return !isVacant && rights.ToNameDeputy(row) is not null ? acts | PostActs.NameDeputy : acts;
    }

    public Task<UnitActs> FindDivisionActsAsync(int number, CancellationToken cancellationToken) => _edits.FindDivisionActsAsync(number, cancellationToken);

    public Task<UnitActs> FindDepartmentActsAsync(int number, CancellationToken cancellationToken) => _edits.FindDepartmentActsAsync(number, cancellationToken);

    public async Task<PositionPage> ListVacantAsync(string text, int skip, int take, CancellationToken cancellationToken)
    {
        if (work.Company is null)
        {
            return new() { Positions = [], Total = 0 };
        }

        var (rows, total) = await _vacancies.ListAsync(text, skip, take, cancellationToken);
        return new() { Positions = [.. rows.Select(work.Names.Position)], Total = total };
    }

    public Task<PostResult> AppointAsync(PositionId position, UserId person, CancellationToken cancellationToken) =>
        FillAsync("post.appointed", position, person, presentHolder: null, cancellationToken);

    public Task<PostResult> ReplaceAsync(PositionId position, UserId person, UserId presentHolder, CancellationToken cancellationToken) =>
        FillAsync("post.replaced", position, person, presentHolder, cancellationToken);

    public async Task<PostResult> FreeAsync(PositionId position, UserId presentHolder, CancellationToken cancellationToken)
    {
        var (row, from, refusal) = await EnterAsync("post.freed", position, cancellationToken);
        if (refusal is { } outcome)
        {
            return new() { Outcome = outcome };
        }

        if (Held(row!) is not { } held)
        {
            return new() { Outcome = PostOutcome.Vacant };
        }

        if (held.UserId != presentHolder)
        {
            return new() { Outcome = PostOutcome.HolderChanged, Holder = held };
        }

        await _table.FreeAsync(position, cancellationToken);
        await _desk.NoteAsync("post.freed", from, PostFacts.Of(row!), PostFacts.Of(row! with { Holder = null }), cancellationToken);
        await work.Events.PublishAsync(new PositionFreed { Position = position, FormerHolder = held.UserId }, cancellationToken);
        return new() { Outcome = PostOutcome.Done, Position = work.Names.Position(row! with { Holder = null }), Holder = held };
    }

    public Task<PostResult> AddAsync(NewPost post, CancellationToken cancellationToken) => _edits.AddAsync(post, cancellationToken);

    public Task<PostResult> MoveAsync(PositionId position, int department, CancellationToken cancellationToken) =>
        _edits.MoveAsync(position, department, cancellationToken);

    public async Task<int> CountOpenItemsAsync(PositionId position, CancellationToken cancellationToken) =>
        work.Company is null || await _table.FindAsync(position, cancellationToken) is null ? 0 : await items.CountAsync(position, cancellationToken);

    public Task<PostResult> ArchiveAsync(PositionId position, bool handOver, CancellationToken cancellationToken) =>
        _edits.ArchiveAsync(position, handOver, cancellationToken);

    public Task<PostResult> RenameAsync(PositionId position, string? name, CancellationToken cancellationToken) =>
        _edits.RenameAsync(position, name, cancellationToken);

    public Task<PostResult> RenameDivisionAsync(int number, string? name, CancellationToken cancellationToken) =>
        _edits.RenameUnitAsync(isDivision: true, number, name, cancellationToken);

    public Task<PostResult> RenameDepartmentAsync(int number, string? name, CancellationToken cancellationToken) =>
        _edits.RenameUnitAsync(isDivision: false, number, name, cancellationToken);

    private async Task<PostResult> FillAsync(string act, PositionId position, UserId person, UserId? presentHolder, CancellationToken cancellationToken)
    {
        var (row, from, refusal) = await EnterAsync(act, position, cancellationToken);
        if (refusal is { } outcome)
        {
            return new() { Outcome = outcome };
        }

        var held = Held(row!);
        if (ObstacleTo(held, person, presentHolder) is { } obstacle)
        {
            return new() { Outcome = obstacle, Holder = obstacle == PostOutcome.AlreadyHolds ? null : held };
        }

        if (await _table.LockMemberAsync(person, cancellationToken) is not { } name)
        {
            return new() { Outcome = PostOutcome.NotAMember };
        }

        await _table.FillAsync(position, person, cancellationToken);
        var filled = row! with { Holder = new() { UserId = person, Name = name, TrainingPercent = 0 } };
        await _desk.NoteAsync(act, from, PostFacts.Of(row), PostFacts.Of(filled), cancellationToken);
        await work.Events.PublishAsync(new PositionAssigned { Position = position, User = person, FormerHolder = held?.UserId }, cancellationToken);
        return new() { Outcome = PostOutcome.Done, Position = work.Names.Position(filled), Holder = held };
    }

    /// <summary>Takes the position and finds the right to fill it; why not, when one of both is not to be had.</summary>
    private async Task<(PositionRow? Row, ActorPost? From, PostOutcome? Refusal)> EnterAsync(string act, PositionId position, CancellationToken cancellationToken)
    {
        if (work.Company is null || await _table.LockAsync(position, cancellationToken) is not { } row)
        {
            return (null, null, PostOutcome.NotFound);
        }

        if ((await _desk.FindRightsAsync(cancellationToken)).ToFill(row) is not { } from)
        {
            await _desk.DenyAsync(act, row.Number.ToString(CultureInfo.InvariantCulture), cancellationToken);
            return (null, null, PostOutcome.Forbidden);
        }

        return (row, from, row.Number == OrgBoard.OwnerNumber ? PostOutcome.OwnershipOnly : null);
    }

    private static PostOutcome? ObstacleTo(Holder? held, UserId person, UserId? presentHolder) =>
        held?.UserId == person ? PostOutcome.AlreadyHolds
        : presentHolder is { } expected && held?.UserId != expected ? PostOutcome.HolderChanged
        : presentHolder is null && held is not null ? PostOutcome.Occupied
        : null;

    private static Holder? Held(PositionRow row) => row.Holder is { IsTemporary: false } held ? held : null;
}
