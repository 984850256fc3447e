namespace DrAivBot.Host.Configuration;

/// <summary>Stops the host for a reason it cannot mend itself, with the words and the exit code for whoever runs it.</summary>
internal sealed class FatalStop(IHostApplicationLifetime lifetime)
{
    public int ExitCode { get; private set; } = ExitCodes.Ok;

    public string? Reason { get; private set; }

    public void Stop(int exitCode, string reason)
    {
        (ExitCode, Reason) = (exitCode, reason);
        lifetime.StopApplication();
    }
}
