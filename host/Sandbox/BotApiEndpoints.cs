using System.Text;
using DrAivBot.Host.Sandbox.Methods;
using DrAivBot.Host.Sandbox.State;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace DrAivBot.Host.Sandbox;

/// <summary>The addresses a bot calls: methods and file downloads.</summary>
internal sealed class BotApiEndpoints(
    SandboxBots bots, BotApiMethods methods, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    public const long MaximumBodyBytes = 60L << 20;

    private const string Prefix = "bot";

    private static readonly BotApiException Unauthorized = new(401, "Unauthorized");

    public void Map(IEndpointRouteBuilder app)
    {
        // Not "bot{token}": the router looks for the last "bot" of a segment, and one in the token would hide the first.
        app.Map("/{bot}/{method}", LoopbackGuard.Guarded(context => IsOfBot(context) ? HandleAsync(context) : NotFound(context)));
        app.MapGet("/file/{bot}/{**path}", LoopbackGuard.Guarded(context => IsOfBot(context) ? DownloadAsync(context) : NotFound(context)));
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = context.Request.ContentLength is null ? MaximumBodyBytes : 4 * MaximumBodyBytes;
        }

        if (!BotToken.TryParse(RouteText(context, "bot")[Prefix.Length..], out var botId))
        {
            await WriteAsync(context, BotApiAnswer.From(Unauthorized));
            return;
        }

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await AnswerAsync(context, bots.Get(botId), RouteText(context, "method"), stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    private async Task AnswerAsync(HttpContext context, SandboxBot bot, string method, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetTimestamp();
        var (fields, refusal) = await ReadAsync(context.Request, cancellationToken);
        var fault = bot.Faults.Take(method, fields.Integer("chat_id"));
        if (fault?.Delay > TimeSpan.Zero)
        {
            await Task.Delay(fault.Delay, clock, cancellationToken);
        }

        var answer = refusal is not null ? BotApiAnswer.From(refusal)
            : Fail(fault) ?? await methods.InvokeAsync(bot, method, fields, cancellationToken);
        var broken = fault?.Kind is "drop" or "lost_answer";
        bot.Calls.Add(new ApiCall
        {
            At = clock.GetUtcNow(),
            Method = methods.Spelling(method),
            ChatId = fields.Integer("chat_id"),
            Status = broken ? 0 : answer.Status,
            Milliseconds = clock.GetElapsedTime(startedAt).TotalMilliseconds,
            Bytes = context.Request.ContentLength ?? 0,
            Request = Wire.Write(fields.ForLog()),
            Error = broken ? $"fault: {fault!.Kind}" : answer.Error,
        });
        if (broken)
        {
            context.Abort();
            return;
        }

        await WriteAsync(context, answer);
    }

    private static BotApiAnswer? Fail(Fault? fault) => fault?.Kind switch
    {
        "429" => BotApiAnswer.From(new(429, $"Too Many Requests: retry after {fault.RetryAfter}", fault.RetryAfter)),
        "5xx" => BotApiAnswer.From(new(502, "Bad Gateway")),
        "drop" => BotApiAnswer.From(new(502, "dropped")),
        _ => null,
    };

    private static async Task<(RequestFields Fields, BotApiException? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            if (request.ContentLength > MaximumBodyBytes)
            {
                // A client that is still sending would see a broken connection instead of the answer.
                await request.Body.CopyToAsync(Stream.Null, cancellationToken);
                throw new BotApiException(413, "Request Entity Too Large");
            }

            return (await RequestFields.ReadAsync(request, cancellationToken), null);
        }
        catch (BotApiException e)
        {
            return (new RequestFields(), e);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (new RequestFields(), new BotApiException(413, "Request Entity Too Large"));
        }
        catch (InvalidDataException e)
        {
            return (new RequestFields(), BotApiException.BadRequest("can't parse the form in the request body: " + e.Message));
        }
    }

    private async Task DownloadAsync(HttpContext context)
    {
        if (!BotToken.TryParse(RouteText(context, "bot")[Prefix.Length..], out var botId))
        {
            await WriteAsync(context, BotApiAnswer.From(Unauthorized));
            return;
        }

        var bot = bots.Get(botId);
        var name = RouteText(context, "path").Split('/')[^1];
        StoredFile? file;
        lock (bot.Gate)
        {
            file = bot.Files.Find(Path.GetFileNameWithoutExtension(name));
        }

        if (file is null || !File.Exists(bot.Files.PathOf(file)))
        {
            await WriteAsync(context, BotApiAnswer.From(new(404, "Not Found: file not found")));
            return;
        }

        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = file.Size;
        context.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        context.Response.Headers[HeaderNames.ContentDisposition] = "attachment";
        await context.Response.SendFileAsync(bot.Files.PathOf(file), context.RequestAborted);
    }

    private static bool IsOfBot(HttpContext context) => RouteText(context, "bot").StartsWith(Prefix, StringComparison.Ordinal);

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static string RouteText(HttpContext context, string name) => context.Request.RouteValues[name] as string ?? "";

    private static async Task WriteAsync(HttpContext context, BotApiAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        var bytes = Encoding.UTF8.GetBytes(answer.Json);
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
