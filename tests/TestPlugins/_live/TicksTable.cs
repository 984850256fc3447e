using Dapper;
using DrAivBot.Work;

namespace DrAivBot.TestPlugins.Live;

public sealed class TicksTable(IWork work)
{
    public async Task AddAsync(string text, CancellationToken cancellationToken)
    {
        var connection = await work.GetConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into live.ticks (company_id, text, version) values (@company, @text, @version)",
            new { company = work.Company!.Value.Value, text, version = LiveModule.Number },
            cancellationToken: cancellationToken));
    }
}
