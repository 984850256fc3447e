namespace DrAivBot.Host.Database;

internal sealed record MigrationScript(int Number, string Name, string Sql);
