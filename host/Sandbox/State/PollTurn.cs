namespace DrAivBot.Host.Sandbox.State;

/// <summary>Only one getUpdates of a bot waits at a time: a new one ends the one before.</summary>
internal sealed class PollTurn
{
    private Poll? current;

    /// <summary>Whether a getUpdates waits now.</summary>
    public bool IsHeld => current is not null;

    public Poll Begin()
    {
        End("terminated by other getUpdates request; make sure that only one bot instance is running");
        return current = new Poll();
    }

    public void End(string reason)
    {
        current?.End(reason);
        current = null;
    }

    public void Finish(Poll poll) => current = current == poll ? null : current;

    internal sealed class Poll
    {
        private readonly TaskCompletionSource<string> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Completes with the reason when somebody else took the turn.</summary>
        public Task<string> Ended => ended.Task;

        public void End(string reason) => ended.TrySetResult(reason);
    }
}
