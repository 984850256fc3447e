using DrAivBot.Host.Organisation;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Privacy;

namespace DrAivBot.Host.Privacy;

/// <summary>Data of a person or a company taken out and erasures asked for, within one piece of work.</summary>
internal sealed class TurnPersonalData(OrganisationWork work, PrivacyParts parts) : IPersonalData
{
    /// <summary>Work of the host that passes through, and what is written in the tables beside it.</summary>
    private static readonly string[] Passing = ["core.jobs", "core.dead_jobs", "core.progress"];

    private readonly ActingDesk _desk = new(work);
    private readonly ErasureTable _erasures = new(work.Database);
    private readonly DataTables _tables = parts.TablesOf(work.Database);

    /// <summary>For the job that carries erasures out.</summary>
    public ErasureRun Erasing => field ??= new(work, parts);

    public async Task<IReadOnlyList<DataPart>?> ListAsync(DataOwner whose, UserId person, string language, CancellationToken cancellationToken)
    {
        if (!await MayReadAsync(whose, person, cancellationToken))
        {
            return null;
        }

        IReadOnlyList<DataPart> account = whose == DataOwner.Person ? [Account(language)] : [];
        return [.. account, .. await CountAsync(await ListTakenOutAsync(cancellationToken), whose, person, language, cancellationToken)];
    }

    public async Task<ReadOnlyMemory<byte>?> ReadAsync(DataPart part, DataOwner whose, UserId person, CancellationToken cancellationToken)
    {
        if (!await MayReadAsync(whose, person, cancellationToken))
        {
            return null;
        }

        if (part.Id == AccountRows.Id)
        {
            return whose == DataOwner.Person ? await AccountRows.ReadAsync(work.Database, person.Value, cancellationToken) : null;
        }

        var table = (await ListTakenOutAsync(cancellationToken)).FirstOrDefault(one => one.Id == part.Id);
        return table is null ? null : await _tables.ReadRowsAsync(table, whose == DataOwner.Person ? person.Value : null, cancellationToken);
    }

    public async Task<ErasurePlan?> PlanErasureAsync(DataOwner whose, CancellationToken cancellationToken)
    {
        if (work.Acting.User is not { } user)
        {
            return null;
        }

        if (whose == DataOwner.Person)
        {
            return await new PersonErasure(work, parts).PlanAsync(user, Account(work.Acting.Language), cancellationToken);
        }

        return work.Company is not null && (await _desk.FindRightsAsync(cancellationToken)).Owner is not null
            ? new()
            {
                Removed = await CountAsync(await _tables.ListAllAsync(cancellationToken), whose, user, work.Acting.Language, cancellationToken),
                KeptCount = 0,
                Companies = work.Active.Member is { } member ? [member.CompanyName] : [],
            }
            : null;
    }

    public async Task<ErasureOutcome> RequestErasureAsync(DataOwner whose, CancellationToken cancellationToken)
    {
        if (work.Acting.User is not { } user)
        {
            return ErasureOutcome.Forbidden;
        }

        if (whose == DataOwner.Person)
        {
            return (await PastCompanies.ListAsync(work.Database, user.Value, cancellationToken)).Any(company => company.Owns)
                ? ErasureOutcome.LastOwner
                : await RequestAsync(whose, user, company: null, cancellationToken);
        }

        if (work.Company is not { } here || (await _desk.FindRightsAsync(cancellationToken)).Owner is not { } from)
        {
            await DenyAsync("erasure.requested", cancellationToken);
            return ErasureOutcome.Forbidden;
        }

        var outcome = await RequestAsync(whose, user, here.Value, cancellationToken);
        if (outcome == ErasureOutcome.Requested)
        {
            await _desk.NoteAsync("erasure.requested", from, before: null, after: null, cancellationToken);
        }

        return outcome;
    }

    public async Task<PendingErasure?> FindErasureAsync(DataOwner whose, CancellationToken cancellationToken) =>
        Subject(whose) is { } subject && await _erasures.FindAsync(whose, subject, cancellationToken) is { } found
            ? new() { RequestedAt = found.RequestedAt, DueAt = found.DueAt, IsRunning = found.IsRunning }
            : null;

    public async Task<bool> CancelErasureAsync(DataOwner whose, CancellationToken cancellationToken)
    {
        ActorPost? from = null;
        if (whose == DataOwner.Company)
        {
            from = work.Company is null ? null : (await _desk.FindRightsAsync(cancellationToken)).Owner;
            if (from is null)
            {
                await DenyAsync("erasure.cancelled", cancellationToken);
                return false;
            }
        }

        if (Subject(whose) is not { } subject || await _erasures.CancelAsync(whose, subject, cancellationToken) is not { } id)
        {
            return false;
        }

        await parts.JobsOf(work.Database).CancelAsync<EraseData.Order>(id.ToString(), cancellationToken);
        if (from is not null)
        {
            await _desk.NoteAsync("erasure.cancelled", from, before: null, after: null, cancellationToken);
        }

        return true;
    }

    private Guid? Subject(DataOwner whose) => whose == DataOwner.Company ? work.Company?.Value : work.Acting.User?.Value;

    private Task DenyAsync(string act, CancellationToken cancellationToken) =>
        work.Company is { } company ? _desk.DenyAsync(act, company.ToString(), cancellationToken) : Task.CompletedTask;

    private async Task<ErasureOutcome> RequestAsync(DataOwner whose, UserId user, Guid? company, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(work.Now);
        if (await _erasures.InsertAsync(id, whose, user.Value, company, work.Acting.Language, cancellationToken) is not { } due)
        {
            return ErasureOutcome.AlreadyRequested;
        }

        var time = new JobTime { At = due, Key = id.ToString() };
        await parts.JobsOf(work.Database).ScheduleAsync(new EraseData.Order { Id = id }, time, cancellationToken);
        return ErasureOutcome.Requested;
    }

    /// <summary>Who acts asks for their own; in a job nobody acts, and the person stands in what was ordered.</summary>
    private async Task<bool> MayReadAsync(DataOwner whose, UserId person, CancellationToken cancellationToken)
    {
        if (work.Acting.User is { } user && user != person)
        {
            return false;
        }

        return whose == DataOwner.Person
            || (work.Company is not null && (await _desk.FindRightsAsync(person, cancellationToken)).Owner is not null);
    }

    private async Task<IReadOnlyList<DataTable>> ListTakenOutAsync(CancellationToken cancellationToken) => work.Company is null
        ? []
        : [.. (await _tables.ListAllAsync(cancellationToken)).Where(table => !Passing.Contains(table.Id))];

    private async Task<IReadOnlyList<DataPart>> CountAsync(
        IReadOnlyList<DataTable> tables, DataOwner whose, UserId person, string language, CancellationToken cancellationToken)
    {
        var counts = await _tables.CountAsync(tables, whose == DataOwner.Person ? person.Value : null, cancellationToken);
        return
        [
            .. from table in tables
               let part = parts.Describe(table, counts[table.Id], language)
               where part.Count > 0
               orderby part.Module is not null, part.Module, part.Count descending, part.Title
               select part,
        ];
    }

    private DataPart Account(string language) => new() { Id = AccountRows.Id, Title = parts.CoreText(language).Get("core.data.users"), Count = 1 };
}
