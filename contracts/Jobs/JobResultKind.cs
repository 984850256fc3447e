namespace DrAivBot.Jobs;

/// <summary>The ways a job can end. New ones may come.</summary>
public enum JobResultKind
{
    /// <summary>It is done.</summary>
    Done = 0,

    /// <summary>Try again after <see cref="JobResult.Delay"/>.</summary>
    RetryIn = 1,

    /// <summary>Set it aside because of <see cref="JobResult.Reason"/>.</summary>
    Discard = 2,
}
