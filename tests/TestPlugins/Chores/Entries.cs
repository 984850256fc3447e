using System.Globalization;
using DrAivBot.Jobs;
using DrAivBot.Work;

namespace DrAivBot.TestPlugins.Chores;

public sealed class Entries(IWork work)
{
    public async Task AddAsync(string text, JobRun? run, CancellationToken cancellationToken)
    {
        var connection = await work.GetConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "insert into chores.entries (id, text, job, attempt, due_at) values (@id, @text, @job, @attempt, @due)";
        foreach (var (name, value) in new (string, object?)[]
        {
            ("id", Guid.NewGuid()), ("text", text), ("job", run?.Id), ("attempt", run?.Attempt ?? 0), ("due", run?.DueAt),
        })
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Rows that this work can see.</summary>
    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        var connection = await work.GetConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from chores.entries";
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    public async Task SleepAsync(CancellationToken cancellationToken)
    {
        var connection = await work.GetConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select pg_sleep(20)";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
