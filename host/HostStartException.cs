namespace DrAivBot.Host;

/// <summary>The host could not start. The message tells the operator why and what to do.</summary>
internal sealed class HostStartException(int exitCode, string message, Exception cause) : Exception(message, cause)
{
    public int ExitCode => exitCode;
}
