namespace DrAivBot.Jobs;

/// <summary>What happens to a job of the same key that is not done yet. New ones may come.</summary>
public enum JobClash
{
    /// <summary>
    /// The new one takes its place, with its own time and payload and no attempts behind it. An
    /// <see cref="IJob{TPayload}"/> that is running finishes first, unless it is the one that schedules; an
    /// <see cref="ILongJob{TPayload}"/> that is running is cancelled.
    /// </summary>
    Replace = 0,

    /// <summary>The old one stays as it is, waiting or running, and the new one is not stored.</summary>
    Keep = 1,
}
