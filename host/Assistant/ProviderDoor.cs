using DrAivBot.Host.Configuration;

namespace DrAivBot.Host.Assistant;

/// <summary>
/// What one attempt goes through: to the configured address, whatever path it has, and with an answer that is in memory
/// when it is given on. So the time limit and the repetition around it see the whole answer, and one without end is cut off.
/// </summary>
internal sealed class ProviderDoor(AssistantSettings settings) : DelegatingHandler
{
    /// <summary>Far above what the most tokens take.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    private readonly Uri _address = settings.ChatAddress;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = _address;
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            return response;
        }
        catch (Exception unfinished) when (unfinished is HttpRequestException or OperationCanceledException)
        {
            response.Dispose();
            throw;
        }
    }
}
