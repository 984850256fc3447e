using System.Data.Common;
using DrAivBot.Work;

namespace DrAivBot.Planner;

/// <summary>
/// Statements of the module in the transaction of the work, their parameters written $1, $2… The values go as they are:
/// arrays and local times keep their types.
/// </summary>
internal sealed class PlannerSql(IWork work)
{
    /// <summary>The instant of the work, UTC.</summary>
    public DateTimeOffset Now => work.StartedAt.ToUniversalTime();

    public async Task<int> ExecuteAsync(string sql, IReadOnlyList<object?> values, CancellationToken cancellationToken)
    {
        await using var command = await CreateAsync(sql, values, cancellationToken);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, IReadOnlyList<object?> values, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = await CreateAsync(sql, values, cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public async Task<T?> FindAsync<T>(string sql, IReadOnlyList<object?> values, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        where T : class
    {
        await using var command = await CreateAsync(sql, values, cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? read(reader) : null;
    }

    private async Task<DbCommand> CreateAsync(string sql, IReadOnlyList<object?> values, CancellationToken cancellationToken)
    {
        var connection = await work.GetConnectionAsync(cancellationToken);
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in values)
        {
            var parameter = command.CreateParameter();
            parameter.Value = value switch
            {
                null => DBNull.Value,
                DateTimeOffset instant => instant.ToUniversalTime(),
                DateTime local => DateTime.SpecifyKind(local, DateTimeKind.Unspecified),
                _ => value,
            };
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
