namespace DrAivBot.Host.Sandbox;

/// <summary>Tells any number of waiters that something changed. Take <see cref="Next"/> before looking, so that no change is missed.</summary>
internal sealed class Pulse
{
    private volatile TaskCompletionSource source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Next => source.Task;

    public void Send() =>
        Interlocked.Exchange(ref source, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
