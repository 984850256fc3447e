using System.Text.Json;
using DrAivBot.Routing;

namespace DrAivBot.Bench;

/// <summary>Counts a user's turns: in the session, and as a row of the module's table.</summary>
internal sealed class TurnLog(ITurn turn, BenchSettings settings)
{
    private const string Insert = "insert into bench.events (company_id, user_id, n, kind, payload) values ($1, $2, $3, $4, $5::jsonb)";

    /// <summary>Moves on to a state.</summary>
    /// <returns>The turns of this user so far, this one included.</returns>
    public int Add(string state, string kind, string? detail, Action<Work> change)
    {
        var work = turn.GetSlot<Work>();
        work.N++;
        work.State = state;
        change(work);
        turn.SetSlot(work);
        if (settings.Sql)
        {
            var payload = JsonSerializer.Serialize(new EventPayload(work.N, state, detail), BenchJson.Default.EventPayload);
            turn.WriteAtEnd(Insert, turn.Member!.CompanyId.Value, turn.User.Id.Value, work.N, kind, payload);
        }

        return work.N;
    }
}
