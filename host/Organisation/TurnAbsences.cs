using System.Globalization;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>Who is away when, and who stands in.</summary>
internal sealed class TurnAbsences(OrganisationWork work) : IAbsences
{
    private readonly AbsenceTable _table = new(work);
    private readonly PostTable _posts = new(work);
    private readonly ActingDesk _desk = new(work);

    public async Task<IReadOnlyList<Absence>> ListAsync(UserId? person, int skip, int take, CancellationToken cancellationToken) => work.Company is null
        ? []
        : await _table.ListAsync(person, await _table.FindDayAsync(cancellationToken), Math.Max(0, skip), Math.Clamp(take, 1, 100), cancellationToken);

    public async Task<AbsenceResult> NoteAsync(NewAbsence absence, CancellationToken cancellationToken)
    {
        if (work.Company is null || await _table.LockMemberAsync(absence.Person, cancellationToken) is not { } name)
        {
            return Refused(AbsenceOutcome.NotFound);
        }

        var (isAllowed, from) = await FindRightAsync(absence.Person, cancellationToken);
        if (!isAllowed)
        {
            return await DenyAsync("absence.noted", absence.Person.ToString(), cancellationToken);
        }

        if (await FindObstacleAsync(absence, cancellationToken) is { } obstacle)
        {
            return obstacle;
        }

        var deputy = absence.Deputy is { } person ? await _posts.LockMemberAsync(person, cancellationToken) : null;
        var noted = new Absence
        {
            Id = new(Guid.CreateVersion7(work.Now)),
            StartsOn = absence.StartsOn,
            EndsOn = absence.EndsOn,
            Person = new() { UserId = absence.Person, Name = name },
            Deputy = deputy is null ? null : new() { UserId = absence.Deputy!.Value, Name = deputy },
        };
        await _table.InsertAsync(noted.Id, absence, cancellationToken);
        await _desk.NoteAsync("absence.noted", from, before: null, Facts(noted), cancellationToken);
        await work.Events.PublishAsync(
            new AbsenceNoted { Absence = noted.Id, Person = absence.Person, Deputy = noted.Deputy?.UserId, StartsOn = noted.StartsOn, EndsOn = noted.EndsOn },
            cancellationToken);
        return new() { Outcome = AbsenceOutcome.Done, Absence = noted };
    }

    public async Task<AbsenceResult> EndAsync(AbsenceId absence, CancellationToken cancellationToken)
    {
        var today = work.Company is null ? default : await _table.FindDayAsync(cancellationToken);
        if (work.Company is null || await _table.FindAsync(absence, today, cancellationToken) is not { } found)
        {
            return Refused(AbsenceOutcome.NotFound);
        }

        var (isAllowed, from) = await FindRightAsync(found.Person.UserId, cancellationToken);
        if (!isAllowed)
        {
            return await DenyAsync("absence.ended", absence.ToString(), cancellationToken);
        }

        await _table.EndAsync(absence, today, cancellationToken);
        await _desk.NoteAsync("absence.ended", from, Facts(found), after: null, cancellationToken);
        return new() { Outcome = AbsenceOutcome.Done, Absence = found };
    }

    public async Task<IReadOnlyList<PositionDeputy>> ListDeputiesAsync(PositionId position, CancellationToken cancellationToken) => work.Company is null
        ? []
        : [.. (await _table.ListDeputiesAsync(position.Value, await _table.FindDayAsync(cancellationToken), cancellationToken)).Select(found => found.Deputy)];

    public async Task<AbsenceResult> NameDeputyAsync(PositionId position, UserId person, DateOnly startsOn, DateOnly? endsOn, CancellationToken cancellationToken)
    {
        if (work.Company is null || await _posts.LockAsync(position, cancellationToken) is not { } row)
        {
            return Refused(AbsenceOutcome.NotFound);
        }

        if ((await _desk.FindRightsAsync(cancellationToken)).ToNameDeputy(row) is not { } from)
        {
            return await DenyAsync("deputy.named", row.Number.ToString(CultureInfo.InvariantCulture), cancellationToken);
        }

        if (endsOn is { } last && (last < startsOn || last < await _table.FindDayAsync(cancellationToken)))
        {
            return Refused(AbsenceOutcome.BadDates);
        }

        if (row.Holder?.UserId == person || await _posts.LockMemberAsync(person, cancellationToken) is null)
        {
            return Refused(AbsenceOutcome.BadDeputy);
        }

        await _table.InsertDeputyAsync(position, person, startsOn, endsOn, cancellationToken);
        await _desk.NoteAsync("deputy.named", from, before: null, Facts(position, person, startsOn, endsOn), cancellationToken);
        return new() { Outcome = AbsenceOutcome.Done };
    }

    public async Task<AbsenceResult> RemoveDeputyAsync(DeputyId deputy, CancellationToken cancellationToken)
    {
        if (work.Company is null
            || (await _table.ListDeputiesAsync(deputy.Value, DateOnly.MinValue, cancellationToken)) is not [var (found, position)]
            || await _posts.LockAsync(position, cancellationToken) is not { } row)
        {
            return Refused(AbsenceOutcome.NotFound);
        }

        if ((await _desk.FindRightsAsync(cancellationToken)).ToNameDeputy(row) is not { } from)
        {
            return await DenyAsync("deputy.removed", deputy.ToString(), cancellationToken);
        }

        await _table.DeleteDeputyAsync(deputy, cancellationToken);
        await _desk.NoteAsync("deputy.removed", from, Facts(position, found.Person.UserId, found.StartsOn, found.EndsOn), after: null, cancellationToken);
        return new() { Outcome = AbsenceOutcome.Done };
    }

    private async Task<AbsenceResult?> FindObstacleAsync(NewAbsence absence, CancellationToken cancellationToken)
    {
        if (absence.EndsOn < absence.StartsOn
            || absence.EndsOn.DayNumber - absence.StartsOn.DayNumber >= NewAbsence.MaxDays
            || absence.EndsOn < await _table.FindDayAsync(cancellationToken))
        {
            return Refused(AbsenceOutcome.BadDates);
        }

        if (await _table.FindOverlapAsync(absence.Person, absence.StartsOn, absence.EndsOn, cancellationToken) is { } other)
        {
            return Refused(AbsenceOutcome.Overlaps) with { Absence = other };
        }

        if (absence.Deputy is not { } deputy)
        {
            return null;
        }

        if (deputy == absence.Person || await _posts.LockMemberAsync(deputy, cancellationToken) is null)
        {
            return Refused(AbsenceOutcome.BadDeputy);
        }

        return await _table.FindOverlapAsync(deputy, absence.StartsOn, absence.EndsOn, cancellationToken) is { } away
            ? Refused(AbsenceOutcome.DeputyIsAbsent) with { Absence = away }
            : null;
    }

    private async Task<(bool IsAllowed, ActorPost? From)> FindRightAsync(UserId person, CancellationToken cancellationToken)
    {
        var rights = await _desk.FindRightsAsync(cancellationToken);
        if (person == work.Acting.User)
        {
            return (true, rights.Own);
        }

        var from = rights.ToNoteAbsenceOf(await _desk.FindRightsAsync(person, cancellationToken));
        return (from is not null, from);
    }

    private async Task<AbsenceResult> DenyAsync(string act, string target, CancellationToken cancellationToken)
    {
        await _desk.DenyAsync(act, target, cancellationToken);
        return Refused(AbsenceOutcome.Forbidden);
    }

    private static AbsenceResult Refused(AbsenceOutcome outcome) => new() { Outcome = outcome };

    private static Dictionary<string, string?> Facts(Absence absence) => new(StringComparer.Ordinal)
    {
        ["absence"] = absence.Id.ToString(),
        ["member"] = absence.Person.UserId.ToString(),
        ["starts_on"] = Iso(absence.StartsOn),
        ["ends_on"] = Iso(absence.EndsOn),
        ["deputy"] = absence.Deputy?.UserId.ToString(),
    };

    private static Dictionary<string, string?> Facts(PositionId position, UserId person, DateOnly startsOn, DateOnly? endsOn) => new(StringComparer.Ordinal)
    {
        ["position"] = position.ToString(),
        ["deputy"] = person.ToString(),
        ["starts_on"] = Iso(startsOn),
        ["ends_on"] = endsOn is { } last ? Iso(last) : null,
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
