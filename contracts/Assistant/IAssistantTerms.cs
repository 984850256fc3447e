namespace DrAivBot.Assistant;

/// <summary>
/// On which terms the company of the work may use the assistant: whether there is one, the owner's consent, the quota. A
/// core service for turns, jobs and event handlers; it never calls out. Implemented by the host; grows by new members.
/// </summary>
public interface IAssistantTerms
{
    /// <summary>What there is.</summary>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>The state; null for work without a company.</returns>
    Task<AssistantState?> FindStateAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Consents for the company that masked data go to the provider of the model. For turns of the owner, after they were
    /// shown the text <see cref="AssistantState.ConsentKey"/>. Written to the audit, a refusal too.
    /// </summary>
    /// <param name="version">The <see cref="AssistantState.ConsentVersion"/> of the text that was shown.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>What became of it.</returns>
    Task<ConsentOutcome> GiveConsentAsync(int version, CancellationToken cancellationToken);

    /// <summary>Takes the consent back: from the next call on nothing leaves. For turns of the owner. Written to the audit, a refusal too.</summary>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>What became of it.</returns>
    Task<ConsentOutcome> WithdrawConsentAsync(CancellationToken cancellationToken);
}
