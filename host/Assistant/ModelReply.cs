using DrAivBot.Host.Metrics;

namespace DrAivBot.Host.Assistant;

/// <summary>What one call of the model came to.</summary>
internal sealed record ModelReply
{
    public required AssistantResult Result { get; init; }

    /// <summary>For the log; nothing that was asked or answered.</summary>
    public required string Words { get; init; }

    /// <summary>What the model wrote, whatever it is worth; null when there is nothing.</summary>
    public string? Content { get; init; }

    /// <summary>What is wrong with the content, for the model to mend; null when nothing is, or there is none.</summary>
    public string? Fault { get; init; }

    public long PromptTokens { get; init; }

    public long CompletionTokens { get; init; }

    public static ModelReply TimedOut { get; } = new() { Result = AssistantResult.TimedOut, Words = "No answer came in time." };
}
