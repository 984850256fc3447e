namespace DrAivBot.Assistant;

/// <summary>Whether the assistant answered. New ones may come: treat an unknown one as <see cref="Failed"/>.</summary>
public enum AssistantAnswerKind
{
    /// <summary>There is an answer, and the charge is counted.</summary>
    Answered = 0,

    /// <summary>The operator has set up no provider. Nothing was sent.</summary>
    NotConfigured = 1,

    /// <summary>The owner has not consented. Nothing was sent.</summary>
    NoConsent = 2,

    /// <summary>The month's quota is used up. Nothing was sent.</summary>
    QuotaUsed = 3,

    /// <summary>The provider failed, was too slow, or twice gave what cannot be used. The charge is given back.</summary>
    Failed = 4,
}
