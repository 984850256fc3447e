using DrAivBot.Host.Database;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>Keeps how far holders are trained.</summary>
internal sealed class TurnTraining(OrganisationWork work) : ITraining
{
    private const string Record = """
        update core.holdings
        set training_percent = $3, trained_at = case when $3 < 100 then null else coalesce(trained_at, $4) end
        where company_id = core.company_id() and position_id = $1 and user_id = $2 and until is null and not is_temporary
        """;

    public async Task<bool> RecordAsync(PositionId position, UserId holder, int percent, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        return work.Company is not null && await work.Batch()
            .Add(Record, Sql.Value(position.Value), Sql.Value(holder.Value), Sql.Value(percent), Sql.Value(work.Now))
            .ExecuteAsync(cancellationToken) > 0;
    }
}
