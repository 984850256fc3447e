namespace DrAivBot.Assistant;

/// <summary>On which terms a company may use the assistant.</summary>
public sealed record AssistantState
{
    /// <summary>Whether the operator has set up a provider. When false there is no assistant at all: offer nothing that needs it.</summary>
    public required bool IsConfigured { get; init; }

    /// <summary>Whether the owner has consented to <see cref="ConsentVersion"/> and not taken it back.</summary>
    public required bool HasConsent { get; init; }

    /// <summary>Which text of the consent is in force. A text that changed needs a new consent.</summary>
    public required int ConsentVersion { get; init; }

    /// <summary>Key of the text to be shown before consent is asked for: what leaves, what does not, to whom. Has tags: use <see cref="Texts.IText.GetMarkup"/>.</summary>
    public string ConsentKey { get; init; } = "core.assistant.consent";

    /// <summary>What the company may still ask for in this month.</summary>
    public required AssistantQuota Quota { get; init; }

    /// <summary>Whether something asked for now would be asked: configured, consented, quota left.</summary>
    public bool IsReady => IsConfigured && HasConsent && Quota.Left > 0;
}
