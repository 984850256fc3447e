namespace DrAivBot.Host.Database;

/// <summary>The configured database cannot be used. The message tells the operator why and what to do.</summary>
internal sealed class DatabaseSetupException : Exception
{
    public DatabaseSetupException(string message)
        : base(message)
    {
    }

    public DatabaseSetupException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
