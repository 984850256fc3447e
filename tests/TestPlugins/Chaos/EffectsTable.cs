using DrAivBot.Routing;

namespace DrAivBot.TestPlugins.Chaos;

public sealed class EffectsTable(ITurn turn)
{
    public async Task AddAsync(string text, int turnNumber, CancellationToken cancellationToken)
    {
        var connection = await turn.GetConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "insert into chaos.effects (company_id, text, turn_number) values (@company, @text, @number)";
        foreach (var (name, value) in new (string, object)[] { ("company", turn.Member!.CompanyId.Value), ("text", text), ("number", turnNumber) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
