namespace DrAivBot.Host.Jobs;

/// <summary>What a job's transaction begins with, its row locked.</summary>
/// <param name="Now">The database's clock.</param>
/// <param name="TimeZone">Of its company; null for none.</param>
internal sealed record OpenedJob(DateTimeOffset Now, string? TimeZone);
