namespace DrAivBot.Host.Metrics;

/// <summary>What one run of a job came to.</summary>
internal enum JobResult
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>It asked to be run again later.</summary>
    Retried,

    /// <summary>It said that it is not needed any more.</summary>
    Discarded,

    /// <summary>It threw or ran out of time; it is tried again.</summary>
    Failed,

    /// <summary>The last try failed too: it is a dead letter.</summary>
    Dead,

    /// <summary>Its lease had passed to another worker; what it did was not kept.</summary>
    LeaseLost,
}
