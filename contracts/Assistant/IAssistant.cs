using DrAivBot.Jobs;

namespace DrAivBot.Assistant;

/// <summary>
/// Asks the language model of the deployment. A core service to be injected into an <see cref="ILongJob{TPayload}"/> and used
/// outside its transactions: it waits for the network, and takes short transactions of the job for consent, quota and names.
/// Nothing is asked unless the owner of the job's company has consented (<see cref="IAssistantTerms"/>). Names of the
/// company's people, phone numbers, e-mail addresses and links are taken out of instructions and data before they leave,
/// and are not put back into the answer. Implemented by the host; grows by new members.
/// </summary>
public interface IAssistant
{
    /// <summary>
    /// Asks for JSON that keeps to a schema. An answer that does not, or that <see cref="AssistantRequest.Check"/> finds
    /// fault with, is asked for once more with the words of what is wrong. What the provider fails at for a moment is tried
    /// again within <see cref="AssistantRequest.MostTime"/>. Never throws for what a provider does.
    /// </summary>
    /// <param name="request">What to ask; one that breaks the rules of its properties throws <see cref="ArgumentException"/>.</param>
    /// <param name="transactions">Those of the job that asks; its company is the one that is asked for.</param>
    /// <param name="cancellationToken">The token the job was given.</param>
    /// <returns>The answer, or why there is none: then go on without.</returns>
    /// <exception cref="OperationCanceledException">The job was cancelled or has lost its lease.</exception>
    /// <exception cref="InvalidOperationException">The job has no company.</exception>
    Task<AssistantAnswer> AskAsync(AssistantRequest request, ITransactions transactions, CancellationToken cancellationToken);
}
