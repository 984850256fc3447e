using System.Net;
using System.Text.Json;
using Betalgo.Ranul.OpenAI.ObjectModels.RequestModels;
using Betalgo.Ranul.OpenAI.ObjectModels.ResponseModels;
using DrAivBot.Host.Configuration;
using DrAivBot.Host.Metrics;
using Polly.Timeout;
using ResponseFormats = Betalgo.Ranul.OpenAI.Contracts.Enums.ResponseFormat;

namespace DrAivBot.Host.Assistant;

/// <summary>One question to the model and, if need be, the request to mend the answer: each is a call, and its outcome a value.</summary>
internal sealed class ModelTalk(ProviderLine line, AssistantSettings settings, MaskedRequest request)
{
    private const int MostRepeated = 60_000;

    private static readonly ModelReply Unreadable =
        new() { Result = AssistantResult.Unusable, Words = "What the provider sent cannot be read.", Fault = "It could not be read." };

    private readonly List<ChatMessage> _messages = [ChatMessage.FromSystem(request.Instructions), ChatMessage.FromUser(request.Data)];

    public Task<ModelReply> AskAsync(CancellationToken cancellationToken) => CallAsync(cancellationToken);

    /// <summary>Asks once more, with the words of what is wrong.</summary>
    public Task<ModelReply> MendAsync(ModelReply bad, CancellationToken cancellationToken)
    {
        var content = bad.Content ?? "";
        _messages.Add(ChatMessage.FromAssistant(content.Length > MostRepeated ? content[..MostRepeated] : content));
        _messages.Add(ChatMessage.FromUser(AssistantRules.Mend(bad.Fault ?? bad.Words)));
        return CallAsync(cancellationToken);
    }

    private async Task<ModelReply> CallAsync(CancellationToken cancellationToken)
    {
        var (response, failure) = await SendAsync(cancellationToken);
        return response is null ? failure : Judge(response);
    }

    private async Task<(ChatCompletionCreateResponse? Response, ModelReply Failure)> SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await line.Service!.CreateCompletion(Compose(), cancellationToken: cancellationToken), Unreadable);
        }
        catch (TimeoutRejectedException)
        {
            return (null, ModelReply.TimedOut);
        }
        catch (HttpRequestException failed)
        {
            return (null, failed.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded
                ? new() { Result = AssistantResult.Unusable, Words = "The answer was longer than any answer may be." }
                : new() { Result = AssistantResult.Failed, Words = $"The provider could not be reached ({failed.HttpRequestError})." });
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // The library has values for most bodies that it cannot read, and throws at the others, "null" for one.
            return (null, Unreadable);
        }
    }

    private ChatCompletionCreateRequest Compose() => new()
    {
        Model = settings.Model,
        Messages = _messages,
        MaxCompletionTokens = request.MostTokens,
        ResponseFormat = new()
        {
            Type = ResponseFormats.JsonSchema,
            JsonSchema = new() { Name = request.SchemaName, Strict = true, Schema = request.Schema.Definition },
        },
    };

    private ModelReply Judge(ChatCompletionCreateResponse response)
    {
        if (!response.Successful)
        {
            return Unsuccessful(response.HttpStatusCode);
        }

        var choice = response.Choices?.FirstOrDefault();
        var reply = new ModelReply
        {
            Result = AssistantResult.Answered,
            Words = "Answered.",
            Content = choice?.Message?.Content,
            PromptTokens = response.Usage?.PromptTokens ?? 0,
            CompletionTokens = response.Usage?.CompletionTokens ?? 0,
        };
        return choice?.FinishReason == "length"
            ? reply with { Result = AssistantResult.Unusable, Words = "The answer was cut off at the most tokens it may have.", Fault = "It is too long and was cut off. Be brief." }
            : string.IsNullOrWhiteSpace(reply.Content)
                ? reply with { Result = AssistantResult.Unusable, Words = "The answer was empty or refused.", Fault = "There is no answer." }
                : request.FindFault(reply.Content) is { } fault
                    ? reply with { Result = AssistantResult.Unusable, Words = "The answer did not keep to the schema or to the check.", Fault = fault }
                    : reply;
    }

    private static ModelReply Unsuccessful(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => new() { Result = AssistantResult.Limited, Words = "The provider asks to wait (429)." },
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new()
        {
            Result = AssistantResult.Failed,
            Words = $"The provider refuses the key ({(int)status}). Correct OpenAI__ApiKey and restart the host.",
        },
        HttpStatusCode.NotFound => new() { Result = AssistantResult.Failed, Words = "The provider knows no such model or address (404). Correct OpenAI__Model or OpenAI__BaseUrl and restart the host." },
        >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => Unreadable,
        _ => new() { Result = AssistantResult.Failed, Words = $"The provider failed ({(int)status})." },
    };
}
