using System.Text.Json.Nodes;
using DrAivBot.Host.Sandbox.State;

namespace DrAivBot.Host.Sandbox.Methods;

/// <summary>getUpdates: one waiting call a bot, answered as soon as there is something.</summary>
internal sealed class Polling(TimeProvider clock, IHostApplicationLifetime lifetime)
{
    public const string Method = "getUpdates";

    public async Task<BotApiAnswer> WaitAsync(SandboxBot bot, RequestFields fields, CancellationToken cancellationToken)
    {
        var offset = fields.Integer("offset") ?? 0;
        var limit = (int)Math.Clamp(fields.Integer("limit") ?? 100, 1, 100);
        var until = clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Clamp(fields.Integer("timeout") ?? 0, 0, 50));
        var poll = Begin(bot, fields);
        try
        {
            while (true)
            {
                var changed = bot.Updates.Changed.Next;
                var updates = Take(bot, poll, offset, limit);
                var left = until - clock.GetUtcNow();
                if (updates.Count > 0 || left <= TimeSpan.Zero || lifetime.ApplicationStopping.IsCancellationRequested)
                {
                    return BotApiAnswer.Ok("[" + string.Join(',', updates.Select(u => u.Json)) + "]");
                }

                await WaitAsync(Task.WhenAny(changed, poll.Ended), left, cancellationToken);
                offset = Math.Max(0, offset);
            }
        }
        finally
        {
            lock (bot.Gate)
            {
                bot.Polls.Finish(poll);
            }
        }
    }

    private static PollTurn.Poll Begin(SandboxBot bot, RequestFields fields)
    {
        var allowed = Kinds(fields);
        lock (bot.Gate)
        {
            if (bot.Webhook.IsSet)
            {
                throw BotApiException.Conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            }

            bot.Updates.Allow(allowed);
            return bot.Polls.Begin();
        }
    }

    /// <summary>The allowed_updates parameter; null when it was not given.</summary>
    public static IReadOnlyList<string>? Kinds(RequestFields fields) => fields.Json("allowed_updates") switch
    {
        null => null,
        JsonArray kinds => [.. kinds.Select(k => k.String() ?? "").Where(k => k.Length > 0)],
        _ => throw BotApiException.BadRequest("can't parse allowed_updates: an array of strings is expected"),
    };

    private static IReadOnlyList<PendingUpdate> Take(SandboxBot bot, PollTurn.Poll poll, long offset, int limit)
    {
        lock (bot.Gate)
        {
            // Ended is completed under the gate, so a poll that lost its turn can never confirm or see an update again.
            if (poll.Ended.IsCompleted)
            {
                throw BotApiException.Conflict(poll.Ended.GetAwaiter().GetResult());
            }

            return bot.Updates.Take(offset, limit);
        }
    }

    private async Task WaitAsync(Task change, TimeSpan left, CancellationToken cancellationToken)
    {
        try
        {
            await change.WaitAsync(left, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The caller looks once more and answers with what there is.
            return;
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return;
        }
    }
}
