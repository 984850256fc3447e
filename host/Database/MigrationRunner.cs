namespace DrAivBot.Host.Database;

internal sealed partial class MigrationRunner(DatabaseAccess access, ILogger<MigrationRunner> logger)
{
    public Task<IReadOnlyList<MigrationScript>> MigrateAsync(MigrationTarget target, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{access.Roles.Owner} {logger is null} {target.Owner} {cancellationToken.IsCancellationRequested}");
}
