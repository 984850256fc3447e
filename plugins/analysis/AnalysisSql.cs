using System.Data.Common;
using DrAivBot.Work;

namespace DrAivBot.Analysis;

/// <summary>Statements of the module in the transaction of the work, their parameters written $1, $2…</summary>
internal sealed class AnalysisSql(IWork work)
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
        where T : class =>
        await ListAsync(sql, values, read, cancellationToken) is [var first, ..] ? first : null;

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
                _ => value,
            };
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
