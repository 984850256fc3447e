namespace DrAivBot.Assistant;

/// <summary>What came of asking the assistant.</summary>
public sealed record AssistantAnswer
{
    /// <summary>Which of the outcomes this is.</summary>
    public required AssistantAnswerKind Kind { get; init; }

    /// <summary>
    /// The answer: JSON that keeps to the schema and passed the check. Only with <see cref="AssistantAnswerKind.Answered"/>,
    /// else null. Its texts were written by a model from what people wrote: untrusted, to be escaped like typed text.
    /// </summary>
    public string? Json { get; init; }

    /// <summary>What happened, in English, for the log: no personal data, nothing that was asked or answered.</summary>
    public required string Words { get; init; }

    /// <summary>Key of a core text without values that tells the user why there is no answer and what to do; null when there is one.</summary>
    public string? TextKey { get; init; }
}
