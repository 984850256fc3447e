namespace DrAivBot.Host.Metrics;

/// <summary>What one call of the AI came to.</summary>
internal enum AssistantResult
{
    /// <summary>An answer that can be used.</summary>
    Answered,

    /// <summary>An answer that does not keep to the schema.</summary>
    Unusable,

    /// <summary>The provider asked to wait.</summary>
    Limited,

    /// <summary>The provider failed or could not be reached.</summary>
    Failed,

    /// <summary>No answer in time.</summary>
    TimedOut,
}
