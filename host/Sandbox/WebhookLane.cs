namespace DrAivBot.Host.Sandbox;

/// <summary>One queue of updates to a webhook: busy, waiting after a failure, or free.</summary>
internal sealed class WebhookLane
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(90);

    private int failures;

    public bool IsBusy { get; set; }

    public DateTimeOffset FreeAt { get; private set; }

    public bool IsFine => failures == 0 && !IsBusy;

    public void Succeeded() => (failures, FreeAt) = (0, default);

    /// <summary>The first retry comes at once, then waits double; what the server asks for counts more.</summary>
    public void Failed(DateTimeOffset now, TimeSpan? retryAfter)
    {
        var wait = failures == 0 ? TimeSpan.Zero : FirstWait * Math.Pow(2, Math.Min(failures - 1, 10));
        failures++;
        FreeAt = now + (retryAfter ?? (wait < LongestWait ? wait : LongestWait));
    }
}
