namespace DrAivBot.Jobs;

/// <summary>One start of a job.</summary>
public sealed record JobRun
{
    /// <summary>Identifies the job, the same for all its attempts. A UUID, to be handed to whoever must not do it twice.</summary>
    public required Guid Id { get; init; }

    /// <summary>The key it was scheduled with; null for none.</summary>
    public string? Key { get; init; }

    /// <summary>1 for the first. A start that was cut off by the end of its host counts no attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>
    /// When it was to happen, UTC. Later attempts and jobs that waited keep the instant; of the times a recurring job
    /// missed, only one is made up for, and this is the first of them.
    /// </summary>
    public required DateTimeOffset DueAt { get; init; }
}
