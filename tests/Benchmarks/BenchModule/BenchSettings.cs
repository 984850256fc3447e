namespace DrAivBot.Bench;

/// <summary>The module's settings in plugins.json.</summary>
public sealed record BenchSettings
{
    /// <summary>Whether each turn inserts its row. False leaves only the session: a turn of navigation.</summary>
    public bool Sql { get; init; } = true;
}
