namespace DrAivBot.Host.Database;

/// <summary>A row of the history of migrations.</summary>
internal sealed record AppliedMigration(int Number, string Name, string Checksum, DateTime AppliedAt);
