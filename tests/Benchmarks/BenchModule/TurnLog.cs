using System.Data.Common;
using System.Text.Json;
using DrAivBot.Routing;

namespace DrAivBot.Bench;

/// <summary>Counts a user's turns: in the session, and as a row of the module's table.</summary>
internal sealed class TurnLog(ITurn turn, BenchSettings settings)
{
    private const string Insert = "insert into bench.events (company_id, user_id, n, kind, payload) values ($1, $2, $3, $4, $5::jsonb)";

    /// <summary>Moves on to a state.</summary>
    /// <returns>The turns of this user so far, this one included.</returns>
    public async Task<int> AddAsync(string state, string kind, string? detail, Action<Work> change, CancellationToken cancellationToken)
    {
        var work = turn.GetSlot<Work>();
        work.N++;
        work.State = state;
        change(work);
        turn.SetSlot(work);
        if (settings.Sql)
        {
            await InsertAsync(kind, new(work.N, state, detail), cancellationToken);
        }

        return work.N;
    }

    private async Task InsertAsync(string kind, EventPayload payload, CancellationToken cancellationToken)
    {
        var connection = await turn.GetConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = Insert;
        AddTo(command, turn.Member!.CompanyId.Value);
        AddTo(command, turn.User.Id.Value);
        AddTo(command, payload.N);
        AddTo(command, kind);
        AddTo(command, JsonSerializer.Serialize(payload, BenchJson.Default.EventPayload));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void AddTo(DbCommand command, object value)
    {
        var parameter = command.CreateParameter();
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
