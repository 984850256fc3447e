namespace DrAivBot.Host.Database;

internal sealed record MigrationTarget(string Schema, string Owner, IReadOnlyList<MigrationScript> Scripts);
