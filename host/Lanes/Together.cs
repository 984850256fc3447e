namespace DrAivBot.Host.Lanes;

/// <summary>Runs loops that belong together until all have ended.</summary>
internal static class Together
{
    /// <summary>Fails with the first loop that fails, at once: a host that goes on without one of its loops would be silent.</summary>
    public static async Task RunAsync(params IEnumerable<Task> loops)
    {
        var running = loops.ToList();
        while (running.Count > 0)
        {
            var ended = await Task.WhenAny(running);
            running.Remove(ended);
            await ended;
        }
    }
}
