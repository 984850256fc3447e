namespace DrAivBot.Host.Database;

/// <summary>Decides, without touching the database, which scripts are due and whether they may be applied at all.</summary>
internal static class MigrationPlan
{
    /// <param name="target">All scripts of an owner.</param>
    /// <param name="history">Number, name and checksum of those applied, in order.</param>
    /// <returns>The scripts to apply, in order.</returns>
    /// <exception cref="MigrationRefusedException">They contradict one another or what was applied.</exception>
    public static IReadOnlyList<MigrationScript> Pending(MigrationTarget target, IReadOnlyList<AppliedMigration> history)
    {
        CheckNumbers(target);
        foreach (var applied in history)
        {
            var script = target.Scripts.FirstOrDefault(s => s.Number == applied.Number);
            if (script is not null && script.Checksum != applied.Checksum)
            {
                throw new MigrationRefusedException(
                    $"Migration {target.Owner}/{script.File} was changed after it had been applied to this database on "
                    + $"{applied.AppliedAt:yyyy-MM-dd} as {applied.Number:0000}_{applied.Name}.sql: databases would differ "
                    + "from one another. Put the old text back, and make the change in a new file with the next number.");
            }
        }

        var last = history.Count == 0 ? 0 : history[^1].Number;
        var pending = target.Scripts
            .Where(script => history.All(applied => applied.Number != script.Number))
            .OrderBy(script => script.Number)
            .ToList();
        return pending.FirstOrDefault(script => script.Number < last) is { } late
            ? throw new MigrationRefusedException(
                $"Migration {target.Owner}/{late.File} is older than the last one applied to this database "
                + $"({history[^1].Number:0000}_{history[^1].Name}.sql): it would run in another order here than elsewhere. "
                + "Give it the next free number.")
            : pending;
    }

    private static void CheckNumbers(MigrationTarget target)
    {
        var scripts = target.Scripts.OrderBy(script => script.Number).ToList();
        for (var i = 0; i < scripts.Count; i++)
        {
            if (i > 0 && scripts[i].Number == scripts[i - 1].Number)
            {
                throw new MigrationRefusedException(
                    $"Migrations {target.Owner}/{scripts[i - 1].File} and {scripts[i].File} have the same number: their "
                    + "order is not defined. Give the newer one the next free number.");
            }

            if (scripts[i].Number != i + 1)
            {
                throw new MigrationRefusedException(
                    $"Migration {target.Owner}/{scripts[i].File} comes where number {i + 1:0000} is missing: a file was "
                    + "lost or not embedded. Restore it, or number the files from 0001 without gaps.");
            }
        }
    }
}
