namespace DrAivBot.Host.Database;

/// <summary>Migrations that cannot be applied. The message says what, why, and what to do.</summary>
internal sealed class MigrationRefusedException : Exception
{
    public MigrationRefusedException(string message)
        : base(message)
    {
    }

    public MigrationRefusedException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
