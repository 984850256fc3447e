using System.Net;
using DrAivBot.Host.Configuration;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace DrAivBot.Host.Assistant;

/// <summary>Limits the time of each attempt and repeats what failed for a moment; how long in all, whoever asks decides.</summary>
internal sealed class ProviderRetries(AssistantSettings settings) : DelegatingHandler
{
    private const int Retries = 4;

    /// <summary>A long report takes a model a minute or two; what is silent for longer is tried again.</summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(130);

    /// <summary>A provider that wants to be left alone for longer is not waited for: the report comes without it.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = Retries,
            Delay = settings.RetryDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            DelayGenerator = arguments => new(WaitOf(arguments.Outcome.Result)),
            ShouldHandle = arguments => new(IsForAMoment(arguments.Outcome)),
        })
        .AddTimeout(AttemptTimeout)
        .Build();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _pipeline.ExecuteAsync(async token => await base.SendAsync(request, token), cancellationToken).AsTask();

    private static bool IsForAMoment(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException failed } => failed.HttpRequestError != HttpRequestError.ConfigurationLimitExceeded,
        { Exception: TimeoutRejectedException } => true,
        { Result: { StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } failed } =>
            !(WaitOf(failed) > LongestWait),
        _ => false,
    };

    /// <returns>How long the provider asks to wait; null when it does not say.</returns>
    private static TimeSpan? WaitOf(HttpResponseMessage? response) => response?.Headers.RetryAfter switch
    {
        { Delta: { } time } => time,
        { Date: { } date } => date - TimeProvider.System.GetUtcNow() is var time && time > TimeSpan.Zero ? time : TimeSpan.Zero,
        _ => null,
    };
}
