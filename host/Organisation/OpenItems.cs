using System.Globalization;
using DrAivBot.Host.Database;
using DrAivBot.Organisation;
using Npgsql;

namespace DrAivBot.Host.Organisation;

/// <summary>
/// What waits at a position in all modules. Their statements run under their own roles and see their own tables, of the
/// company of the work only.
/// </summary>
internal sealed class OpenItems(TurnDatabase database, Func<IReadOnlyList<ModuleItems>> modules)
{
    public async Task<int> CountAsync(PositionId position, CancellationToken cancellationToken)
    {
        var sum = 0;
        foreach (var module in modules())
        {
            var counted = await RunAsync(module, module.Items.Count, command => command.ExecuteScalarAsync(cancellationToken), [position], cancellationToken);
            sum += counted is long or int or short or decimal
                ? Convert.ToInt32(counted, CultureInfo.InvariantCulture)
                : throw new InvalidOperationException($"PositionItems.Count of module '{module.ModuleId}' returned no whole number. Let it select count(*).");
        }

        return sum;
    }

    public async Task HandOverAsync(PositionId from, PositionId to, CancellationToken cancellationToken)
    {
        foreach (var module in modules())
        {
            await RunAsync(module, module.Items.HandOver, command => command.ExecuteNonQueryAsync(cancellationToken), [from, to], cancellationToken);
        }
    }

    private async Task<T> RunAsync<T>(ModuleItems module, string sql, Func<NpgsqlCommand, Task<T>> runAsync, PositionId[] positions, CancellationToken cancellationToken)
    {
        var speaker = database.Module;
        var connection = await database.AsModuleAsync(module.ModuleId, cancellationToken);
        T result;
        try
        {
            await using var command = new NpgsqlCommand(sql, connection);
            Sql.AddTo(command.Parameters, [.. positions.Select(position => Sql.Value(position.Value))]);
            result = await runAsync(command);
        }
        catch (PostgresException failed) when (!failed.IsTransient)
        {
            throw new InvalidOperationException(
                $"The items of module '{module.ModuleId}' at a position cannot be counted or handed over: {failed.MessageText}. Mend the SQL of its AddPositionItems.", failed);
        }

        await ReturnAsync(speaker, cancellationToken);
        return result;
    }

    private async ValueTask ReturnAsync(string? speaker, CancellationToken cancellationToken)
    {
        if (speaker is null)
        {
            await database.AsHostAsync(cancellationToken);
        }
        else
        {
            await database.AsModuleAsync(speaker, cancellationToken);
        }
    }
}
