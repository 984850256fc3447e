namespace DrAivBot.Host.Database.Cluster;

/// <summary>
/// The private PostgreSQL cluster cannot be used. The message is for the operator: what happened, why, what to do.
/// </summary>
public sealed class ClusterException : Exception
{
    public ClusterException()
    {
    }

    public ClusterException(string message)
        : base(message)
    {
    }

    public ClusterException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
