using System.Globalization;
using DrAivBot.Routing;

namespace DrAivBot.TestPlugins.Journal;

public sealed class EntriesTable(ITurn turn)
{
    public async Task AddAsync(string text, CancellationToken cancellationToken)
    {
        var connection = await turn.GetConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "insert into journal.entries (company_id, text) values (@company, @text)";
        foreach (var (name, value) in new (string, object)[] { ("company", turn.Member!.CompanyId.Value), ("text", text) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        var connection = await turn.GetConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from journal.entries";
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }
}
