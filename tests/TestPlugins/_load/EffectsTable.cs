using DrAivBot.Routing;

namespace DrAivBot.TestPlugins.Load;

public sealed class EffectsTable(ITurn turn)
{
    /// <summary>Writes one effect and says so.</summary>
    public async Task<string> AddAsync(string text, CancellationToken cancellationToken)
    {
        var turns = turn.GetSlot<Turns>();
        turns.Count++;
        turn.SetSlot(turns);
        var connection = await turn.GetConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"insert into {Names.Id}.effects (company_id, text, turn_number, build) values (@company, @text, @number, @build)";
        foreach (var (name, value) in new (string, object)[] { ("company", turn.Member!.CompanyId.Value), ("text", text), ("number", turns.Count), ("build", Names.Build) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
        return $"Stored: {text} by build {Names.Build}";
    }
}
