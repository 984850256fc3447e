using Npgsql;

namespace DrAivBot.Chaos.Reloads;

/// <summary>A row that an update left, seen past row level security.</summary>
/// <param name="User">Whose update it was.</param>
/// <param name="Text">What they wrote.</param>
/// <param name="TurnNumber">The counter of their session, from 1.</param>
/// <param name="Build">Which build of the module wrote it.</param>
internal sealed record Effect(int User, string Text, int TurnNumber, int Build)
{
    /// <summary>Those of one module in the order in which they happened.</summary>
    public static async Task<IReadOnlyList<Effect>> ReadAsync(string database, string module, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Pooling=false");
        await using var command = source.CreateCommand($"""
            select u.telegram_id, e.text, e.turn_number, e.build from {module}.effects e
            join core.members m on m.company_id = e.company_id join core.users u on u.id = m.user_id order by e.id
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var effects = new List<Effect>();
        while (await reader.ReadAsync(cancellationToken))
        {
            effects.Add(new((int)(reader.GetInt64(0) - PlannedUpdate.FirstUser), reader.GetString(1), reader.GetInt32(2), reader.GetInt32(3)));
        }

        return effects;
    }

    /// <summary>How many updates were given up, by whoever wrote them.</summary>
    public static async Task<IReadOnlyList<long>> ReadSetAsideAsync(string database, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Pooling=false");
        await using var command = source.CreateCommand("select update_id from core.set_aside where kind = 'update'");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new List<long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            ids.Add(reader.GetInt64(0));
        }

        return ids;
    }
}
