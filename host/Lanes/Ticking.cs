namespace DrAivBot.Host.Lanes;

/// <summary>Waits for a timer without making an error of the host's stop.</summary>
internal static class Ticking
{
    /// <summary>Whether the timer ticked; false when the host stops.</summary>
    public static async ValueTask<bool> NextAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
