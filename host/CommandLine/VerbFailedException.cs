namespace DrAivBot.Host.CommandLine;

/// <summary>A verb cannot do its work. The message says why and what to do.</summary>
internal sealed class VerbFailedException(int exitCode, string message, Exception? cause = null) : Exception(message, cause)
{
    public int ExitCode => exitCode;
}
