using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DrAivBot.Host.Configuration;
using DrAivBot.Host.Live;
using DrAivBot.Host.Operator;

namespace DrAivBot.Host.CommandLine;

/// <summary>A running host, asked over its operator's port.</summary>
internal sealed class ModuleClient : IModuleDoor, IDisposable
{
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(10);

    /// <summary>A module may have much to migrate.</summary>
    private static readonly TimeSpan LongestAct = TimeSpan.FromMinutes(10);

    private readonly HttpClient http;

    public ModuleClient(HostKey key)
    {
        Address = key.Address;

        // No proxy and no redirect: the key goes to this host and to nobody else.
        http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = key.Address, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key.Token);
    }

    public Uri Address { get; }

    /// <summary>Whether the host of the key still runs: after a kill nobody answers there, or somebody who does not know the key.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ListAsync(cancellationToken);
            return true;
        }
        catch (VerbFailedException failed) when (failed.InnerException is HttpRequestException || failed.ExitCode == ExitCodes.NoPermission)
        {
            return false;
        }
    }

    public async Task<ModuleList> ListAsync(CancellationToken cancellationToken) =>
        await AskAsync(HttpMethod.Get, "modules", ModuleJson.Default.ModuleList, LongestLook, cancellationToken) with { Host = Address };

    public async Task<ModuleAnswer> WhyAsync(string id, CancellationToken cancellationToken) =>
        await AskAsync(HttpMethod.Get, $"modules/{Uri.EscapeDataString(id)}", ModuleJson.Default.ModuleAnswer, LongestLook, cancellationToken) with { Host = Address };

    public Task<ModuleOutcome> ActAsync(string id, string act, string? version, CancellationToken cancellationToken)
    {
        var asked = version is null ? "" : $"?version={Uri.EscapeDataString(version)}";
        return AskAsync(HttpMethod.Post, $"modules/{Uri.EscapeDataString(id)}/{act}{asked}", ModuleJson.Default.ModuleOutcome, LongestAct, cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private async Task<T> AskAsync<T>(HttpMethod method, string path, JsonTypeInfo<T> json, TimeSpan longest, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(longest);
        try
        {
            using var request = new HttpRequestMessage(method, path);
            using var answer = await http.SendAsync(request, patience.Token);
            var text = await answer.Content.ReadAsStringAsync(patience.Token);
            return answer.Content.Headers.ContentType?.MediaType == "application/json"
                ? JsonSerializer.Deserialize(text, json)!
                : throw Refusal(answer.StatusCode, text);
        }
        catch (Exception away) when (away is HttpRequestException or JsonException)
        {
            throw new VerbFailedException(ExitCodes.Unavailable, $"No host answers at {Address}: {away.Message}", away);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new VerbFailedException(
                ExitCodes.Unavailable,
                $"The host at {Address} did not answer within {longest.TotalSeconds:0} s. What it was asked may still happen: ask \"draivbot modules list\" later, and look at {Address}healthz and its log.");
        }
    }

    private VerbFailedException Refusal(HttpStatusCode status, string text) => status switch
    {
        HttpStatusCode.Unauthorized => new(
            ExitCodes.NoPermission, $"The host at {Address} does not know the key. It was restarted just now, or uses another data directory: name that with --data."),
        HttpStatusCode.ServiceUnavailable => new(ExitCodes.Unavailable, text.Trim()),
        HttpStatusCode.NotFound => new(ExitCodes.Unavailable, $"What answers at {Address} has no page about modules: it is no host, or an older one."),
        _ => new(ExitCodes.Software, $"The host at {Address} failed ({(int)status}). Its log says how."),
    };
}
