using DrAivBot.Host.Sandbox.State;

namespace DrAivBot.Host.Sandbox.UserSide;

/// <summary>Server-Sent Events: what happens in a chat, as it happens.</summary>
internal sealed class EventEndpoint(SandboxBots bots, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public void Map(IEndpointRouteBuilder app) => app.MapGet("/sandbox/events", LoopbackGuard.Guarded(StreamAsync));

    private async Task StreamAsync(HttpContext context)
    {
        SandboxBot bot;
        long? chatId;
        long after;
        try
        {
            bot = UserRequest.BotOf(bots, UserRequest.QueryNumber(context, "bot"));
            chatId = UserRequest.QueryNumber(context, "userId");
            after = LastSeen(context) ?? bot.Events.LastSeq;
        }
        catch (UserSideException e)
        {
            context.Response.StatusCode = e.Status;
            await context.Response.WriteAsJsonAsync(new { error = e.Message }, context.RequestAborted);
            return;
        }

        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await context.Response.WriteAsync("retry: 1000\n\n", stopping.Token);
            await context.Response.Body.FlushAsync(stopping.Token);
            await SendAsync(context.Response, bot.Events, chatId, after, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The page went away or the host stops: the stream simply ends.
            return;
        }
    }

    private static long? LastSeen(HttpContext context) =>
        long.TryParse(context.Request.Headers["Last-Event-ID"].ToString(), out var seen) ? seen : UserRequest.QueryNumber(context, "after");

    private async Task SendAsync(HttpResponse response, EventStream events, long? chatId, long after, CancellationToken cancellationToken)
    {
        while (true)
        {
            var changed = events.Changed.Next;
            foreach (var told in events.After(after, chatId))
            {
                await response.WriteAsync($"id: {told.Seq}\nevent: {told.Kind}\ndata: {told.Json}\n\n", cancellationToken);
                after = told.Seq;
            }

            await response.Body.FlushAsync(cancellationToken);
            try
            {
                await changed.WaitAsync(Heartbeat, clock, cancellationToken);
            }
            catch (TimeoutException)
            {
                await response.WriteAsync(": still here\n\n", cancellationToken);
            }
        }
    }
}
