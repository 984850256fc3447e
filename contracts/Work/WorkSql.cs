using System.Data.Common;

namespace DrAivBot.Work;

/// <summary>
/// Plain statements in the transaction of the work, their parameters written <c>$1</c>, <c>$2</c>… Values keep their types,
/// arrays too; null is NULL, instants are stored in UTC, and a <see cref="DateTime"/> is a local time without a zone.
/// </summary>
public static class WorkSql
{
    /// <summary>Runs a statement that answers with no rows.</summary>
    /// <param name="work">The work.</param>
    /// <param name="sql">One statement.</param>
    /// <param name="values">Its parameters, in order.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>How many rows it changed.</returns>
    /// <exception cref="DbException">The database refused it.</exception>
    public static async Task<int> ExecuteAsync(this IWork work, string sql, IReadOnlyList<object?> values, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(values);
        await using var command = await CreateAsync(work, sql, values, cancellationToken);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads all rows of a query.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="work">The work.</param>
    /// <param name="sql">One query.</param>
    /// <param name="values">Its parameters, in order.</param>
    /// <param name="read">Makes something of the present row; must not go on to another.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>In the query's order; empty for none.</returns>
    /// <exception cref="DbException">The database refused it.</exception>
    public static async Task<IReadOnlyList<T>> ListAsync<T>(
        this IWork work, string sql, IReadOnlyList<object?> values, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(read);
        await using var command = await CreateAsync(work, sql, values, cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Reads the first row of a query.</summary>
    /// <typeparam name="T">What the row becomes.</typeparam>
    /// <param name="work">The work.</param>
    /// <param name="sql">One query.</param>
    /// <param name="values">Its parameters, in order.</param>
    /// <param name="read">Makes something of the row.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Null when there is no row.</returns>
    /// <exception cref="DbException">The database refused it.</exception>
    public static async Task<T?> FindAsync<T>(
        this IWork work, string sql, IReadOnlyList<object?> values, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        where T : class =>
        await work.ListAsync(sql, values, read, cancellationToken) is [var first, ..] ? first : null;

    private static async Task<DbCommand> CreateAsync(IWork work, string sql, IReadOnlyList<object?> values, CancellationToken cancellationToken)
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
