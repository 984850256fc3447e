using System.Diagnostics;
using DrAivBot.Assistant;
using DrAivBot.Host.Configuration;
using DrAivBot.Host.Metrics;
using DrAivBot.Jobs;

namespace DrAivBot.Host.Assistant;

/// <summary>
/// Asks the model for a job: a short transaction before, in which consent, quota and names are looked up, the calls outside
/// of any, and a short transaction after, which counts the charge or gives it back.
/// </summary>
internal sealed partial class AssistantService(ProviderLine line, AssistantSettings settings, HostMetrics metrics, ILogger<AssistantService> logger) : IAssistant
{
    public async Task<AssistantAnswer> AskAsync(AssistantRequest request, ITransactions transactions, CancellationToken cancellationToken)
    {
        AssistantRules.Verify(request);
        var schema = AnswerSchema.Parse(request.Schema);
        if (line.Service is null)
        {
            return AssistantWords.NotConfigured;
        }

        // The time begins here: a module that promises a report in time has to count on the whole.
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(request.MostTime);
        var opened = await transactions.RunAsync<IAssistantTerms, OpenedCharge>((terms, token) => Open(terms).OpenAsync(request, token), cancellationToken);
        if (opened.Refusal is { } refusal)
        {
            LogRefused(opened.Module, request.Purpose, refusal.Words);
            return refusal;
        }

        var masking = new Masking(opened.People, opened.Words!, request.NamesPosts);
        var reply = await TalkAsync(new(line, settings, new(request, schema, masking)), opened.Module, request.Purpose, time.Token, cancellationToken);
        var isAnswered = reply.Result == AssistantResult.Answered;
        await transactions.RunAsync<IAssistantTerms, bool>(
            async (terms, token) =>
            {
                await Open(terms).SettleAsync(request.Charge, isAnswered, token);
                return true;
            },
            cancellationToken);
        return isAnswered
            ? new() { Kind = AssistantAnswerKind.Answered, Json = reply.Content, Words = reply.Words }
            : AssistantWords.Failed(reply);
    }

    private static TurnAssistantTerms Open(IAssistantTerms terms) => (TurnAssistantTerms)terms;

    /// <param name="talk">The question.</param>
    /// <param name="module">Who asks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="time">Cancelled when the time for everything is over, too.</param>
    /// <param name="cancellationToken">The job's: when it is cancelled, nothing is answered.</param>
    private async Task<ModelReply> TalkAsync(ModelTalk talk, string module, string purpose, CancellationToken time, CancellationToken cancellationToken)
    {
        var reply = await MeasureAsync(talk.AskAsync, module, purpose, time, cancellationToken);
        return reply.Fault is null
            ? reply
            : await MeasureAsync(token => talk.MendAsync(reply, token), module, purpose, time, cancellationToken);
    }

    private async Task<ModelReply> MeasureAsync(
        Func<CancellationToken, Task<ModelReply>> call, string module, string purpose, CancellationToken time, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        ModelReply reply;
        try
        {
            reply = await call(time);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            reply = ModelReply.TimedOut;
        }

        var took = Stopwatch.GetElapsedTime(began);
        metrics.AssistantAnswered(settings.Model, $"{module}.{purpose}", reply.Result, took, reply.PromptTokens, reply.CompletionTokens);
        if (reply.Result == AssistantResult.Answered)
        {
            LogAnswered(module, purpose, took.TotalMilliseconds, reply.PromptTokens, reply.CompletionTokens);
        }
        else
        {
            LogFailed(module, purpose, took.TotalMilliseconds, reply.Words);
        }

        return reply;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The assistant answered {Module}.{Purpose} after {Milliseconds:0} ms: {PromptTokens} tokens asked, {CompletionTokens} answered")]
    private partial void LogAnswered(string module, string purpose, double milliseconds, long promptTokens, long completionTokens);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The assistant gave {Module}.{Purpose} nothing after {Milliseconds:0} ms. {Words}")]
    private partial void LogFailed(string module, string purpose, double milliseconds, string words);

    [LoggerMessage(Level = LogLevel.Information, Message = "The assistant was not asked for {Module}.{Purpose}. {Words}")]
    private partial void LogRefused(string module, string purpose, string words);
}
