using DrAivBot.Host.Database;
using DrAivBot.Host.Jobs;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>What every act on the organisation stands on: the transaction, who acts, and in which company.</summary>
internal sealed record OrganisationWork(TurnDatabase Database, Acting Acting, OrgBoard Board, ActiveCompany Active, JobSignal Jobs)
{
    /// <summary>Null for a guest and for work of the whole deployment.</summary>
    public CompanyId? Company => Active.Id;

    /// <summary>The instant of the act, UTC.</summary>
    public DateTimeOffset Now => Acting.StartedAt.ToUniversalTime();

    public ChartNames Names => field ??= new(Board, Acting.Language);

    /// <summary>What modules are told.</summary>
    public OrganisationEvents Events => field ??= new(Database, Jobs);

    public HostBatch Batch() => Database.CreateHostBatch();
}
