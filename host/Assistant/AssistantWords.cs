using DrAivBot.Assistant;
using DrAivBot.Host.Metrics;

namespace DrAivBot.Host.Assistant;

/// <summary>The outcomes without an answer: words for the log, and the key of what the user reads.</summary>
internal static class AssistantWords
{
    public static AssistantAnswer NotConfigured { get; } =
        Refused(AssistantAnswerKind.NotConfigured, "No provider is configured: OpenAI__ApiKey is not set.", "core.assistant.not_configured");

    public static AssistantAnswer NoConsent { get; } =
        Refused(AssistantAnswerKind.NoConsent, "The owner of the company has not consented.", "core.assistant.no_consent");

    public static AssistantAnswer QuotaUsed { get; } =
        Refused(AssistantAnswerKind.QuotaUsed, "The quota of the company's month is used up.", "core.assistant.quota_used");

    public static AssistantAnswer AskedTooOften { get; } =
        Refused(AssistantAnswerKind.QuotaUsed, "The same charge was asked for too often.", "core.assistant.too_often");

    /// <summary>What a call came to that gave nothing.</summary>
    public static AssistantAnswer Failed(ModelReply reply) => Refused(AssistantAnswerKind.Failed, reply.Words, reply.Result switch
    {
        AssistantResult.Limited => "core.assistant.busy",
        AssistantResult.TimedOut => "core.assistant.timed_out",
        AssistantResult.Unusable => "core.assistant.unusable",
        _ => "core.assistant.failed",
    });

    private static AssistantAnswer Refused(AssistantAnswerKind kind, string words, string key) => new() { Kind = kind, Words = words, TextKey = key };
}
