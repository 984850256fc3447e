namespace DrAivBot.Chaos;

/// <summary>Hosts that run while they are judged; their logs stay when a promise broke.</summary>
internal static class JudgedFleet
{
    /// <param name="directory">Of the hosts.</param>
    /// <param name="keeps">Whether it stays when every promise held, too.</param>
    /// <param name="print">Told where the logs are.</param>
    /// <param name="run">Runs the hosts until it is cancelled.</param>
    /// <param name="judge">Whether every promise held.</param>
    /// <param name="cancellationToken">Ends the hosts.</param>
    public static async Task<bool> RunAsync(
        string directory, bool keeps, Action<string> print, Func<CancellationToken, Task> run, Func<Task<bool>> judge, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = run(stopping.Token);
        var isGood = false;
        try
        {
            isGood = await judge();
            return isGood;
        }
        finally
        {
            await stopping.CancelAsync();
            await running;
            if (isGood && !keeps)
            {
                Directory.Delete(directory, recursive: true);
            }
            else
            {
                print($"The hosts' logs are in {directory}");
            }
        }
    }
}
