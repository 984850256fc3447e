using DrAivBot.Delivery;

namespace DrAivBot.Jobs;

/// <summary>When a job is due, and what it is known by. By default at once and without a key.</summary>
public sealed record JobTime
{
    /// <summary>The instant; one that has passed means at once. Null by default. Not together with <see cref="Delay"/>.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>From now by the database's clock; zero and less mean at once. Null by default. Not together with <see cref="At"/>.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>
    /// Names the job among those of its kind in the company, so that it exists once and can be cancelled. 1 to 200
    /// characters. Null by default: any number of them, none of which can be cancelled.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>What happens to a job of the same key that is not done yet. Ignored without a key. <see cref="JobClash.Replace"/> by default.</summary>
    public JobClash OnClash { get; init; }

    /// <summary>
    /// The message that shows how far the job is, begun in the same work: it says that the job failed when the job is set
    /// aside after its last attempt. Null by default: nobody is told.
    /// </summary>
    public TaskProgressId? Progress { get; init; }
}
