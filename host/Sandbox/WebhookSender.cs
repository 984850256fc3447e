using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DrAivBot.Host.Sandbox.Methods;
using DrAivBot.Host.Sandbox.State;

namespace DrAivBot.Host.Sandbox;

/// <summary>Sends one bot's updates to its webhook: each queue in order, queues side by side, failures again and again.</summary>
internal sealed partial class WebhookSender(
    SandboxBot bot, HttpClient client, BotApiMethods methods, TimeProvider clock, ILogger<WebhookSender> logger)
{
    private static readonly TimeSpan ReplyWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, WebhookLane> lanes = new(StringComparer.Ordinal);
    private readonly HashSet<Task> sending = [];

    public async Task RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var changed = bot.Updates.Changed.Next;
                var sleep = StartWhatCanGo(stoppingToken);
                sending.RemoveWhere(t => t.IsCompleted);
                await SleepAsync(Task.WhenAny([changed, .. sending]), sleep, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(sending);
        }
    }

    private async Task SleepAsync(Task wake, TimeSpan sleep, CancellationToken stoppingToken)
    {
        try
        {
            await wake.WaitAsync(sleep, clock, stoppingToken);
        }
        catch (TimeoutException)
        {
            // Time for a queue that waited.
            return;
        }
    }

    /// <summary>Starts a request for every free queue and returns how long nothing else can be done.</summary>
    private TimeSpan StartWhatCanGo(CancellationToken stoppingToken)
    {
        lock (bot.Gate)
        {
            var webhook = bot.Webhook;
            if (!webhook.IsSet)
            {
                return LongestSleep;
            }

            var now = clock.GetUtcNow();
            var waiting = bot.Updates.Waiting();
            var sleep = LongestSleep;
            var busy = lanes.Values.Count(l => l.IsBusy);
            foreach (var update in waiting.DistinctBy(u => u.Queue))
            {
                var lane = lanes.TryGetValue(update.Queue, out var known) ? known : lanes[update.Queue] = new WebhookLane();
                if (lane.FreeAt > now)
                {
                    sleep = lane.FreeAt - now < sleep ? lane.FreeAt - now : sleep;
                }
                else if (!lane.IsBusy && busy < webhook.MaximumConnections)
                {
                    busy++;
                    lane.IsBusy = true;
                    sending.Add(SendAsync(webhook, update, lane, stoppingToken));
                }
            }

            Forget(waiting);
            return sleep;
        }
    }

    private void Forget(IReadOnlyList<PendingUpdate> waiting)
    {
        if (lanes.Count > 1_000)
        {
            var needed = waiting.Select(u => u.Queue).ToHashSet(StringComparer.Ordinal);
            foreach (var idle in lanes.Where(l => l.Value.IsFine && !needed.Contains(l.Key)).Select(l => l.Key).ToArray())
            {
                lanes.Remove(idle);
            }
        }
    }

    private async Task SendAsync(Webhook webhook, PendingUpdate update, WebhookLane lane, CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var patience = new CancellationTokenSource(ReplyWithin, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stoppingToken);
        string? trouble = null;
        TimeSpan? retryAfter = null;
        string reply = "";
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url)
            {
                Content = new StringContent(update.Json, Encoding.UTF8, "application/json"),
            };
            if (webhook.SecretToken is not null)
            {
                request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", webhook.SecretToken);
            }

            using var response = await client.SendAsync(request, either.Token);
            reply = await response.Content.ReadAsStringAsync(either.Token);
            retryAfter = Wait(response.Headers.RetryAfter);
            trouble = response.IsSuccessStatusCode ? null : $"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}";
        }
        catch (OperationCanceledException)
        {
            trouble = "Read timeout expired";
        }
        catch (HttpRequestException e)
        {
            trouble = e.HttpRequestError == HttpRequestError.ConnectionError ? "Connection refused" : e.Message;
        }

        if (!stoppingToken.IsCancellationRequested || trouble is null)
        {
            Finish(update, lane, trouble, retryAfter);
            await RunReplyAsync(trouble is null ? reply : "", stoppingToken);
        }
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? asked) =>
        asked?.Delta ?? (asked?.Date is { } date ? date - clock.GetUtcNow() : null);

    private void Finish(PendingUpdate update, WebhookLane lane, string? trouble, TimeSpan? retryAfter)
    {
        lock (bot.Gate)
        {
            lane.IsBusy = false;
            if (trouble is null)
            {
                lane.Succeeded();
                bot.Updates.Confirm(update.Id);
                bot.Tidy();
            }
            else
            {
                lane.Failed(clock.GetUtcNow(), retryAfter);
                bot.WebhookTrouble.Report(clock.GetUtcNow(), trouble);
                NotDelivered(bot.Id, update.Id, trouble);
            }
        }
    }

    /// <summary>A webhook may answer with a method to call instead of calling it; its result goes nowhere.</summary>
    private async Task RunReplyAsync(string reply, CancellationToken stoppingToken)
    {
        if (!reply.TrimStart().StartsWith('{'))
        {
            return;
        }

        try
        {
            if (Wire.Parse(reply) is JsonObject call && call["method"].String() is { } method
                && !method.Equals(Polling.Method, StringComparison.OrdinalIgnoreCase))
            {
                var fields = RequestFields.From(call);
                var answer = await methods.InvokeAsync(bot, method, fields, stoppingToken);
                bot.Calls.Add(new ApiCall
                {
                    At = clock.GetUtcNow(),
                    Method = methods.Spelling(method),
                    ChatId = fields.Integer("chat_id"),
                    Status = answer.Status,
                    Milliseconds = 0,
                    Bytes = reply.Length,
                    Request = Wire.Write(fields.ForLog()),
                    Error = answer.Error,
                });
            }
        }
        catch (JsonException)
        {
            // Telegram takes any other answer of a webhook as a plain confirmation.
            return;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Sandbox bot {BotId}: update {UpdateId} was not taken by the webhook: {Trouble}")]
    private partial void NotDelivered(long botId, long updateId, string trouble);
}
