namespace DrAivBot.Host.Database;

internal static class DatabaseBootstrap
{
    public static Task<DatabaseAccess> EnsureAsync(
        string adminConnectionString, PoolOptions options, ILogger logger, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{adminConnectionString} {options.MinPoolSize} {logger is null} {cancellationToken.IsCancellationRequested}");
}
