using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DrAivBot.Host.Sandbox.State;

namespace DrAivBot.Host.Sandbox.UserSide;

/// <summary>One call of the user side: its bot, its body, its query.</summary>
internal sealed record UserRequest(SandboxBot Bot, JsonObject Body, HttpContext Context)
{
    private const int MaximumBodyBytes = 80 << 20;

    /// <summary>Wraps a handler: loopback only, JSON in, JSON out, the bot's gate held.</summary>
    public static RequestDelegate Handle(SandboxBots bots, Func<UserRequest, JsonNode?> handle) => LoopbackGuard.Guarded(async context =>
    {
        try
        {
            var request = await ReadAsync(bots, context);
            string answer;
            lock (request.Bot.Gate)
            {
                answer = Wire.Write(handle(request));
                request.Bot.Tidy();
            }

            await WriteAsync(context, StatusCodes.Status200OK, answer);
        }
        catch (UserSideException e)
        {
            await WriteAsync(context, e.Status, Wire.Write(new JsonObject { ["error"] = e.Message }));
        }
        catch (BotApiException e)
        {
            await WriteAsync(context, StatusCodes.Status400BadRequest, Wire.Write(new JsonObject { ["error"] = e.Message }));
        }
    });

    public string? Text(string name) => Body[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number => value.ToString(),
        _ => throw Bad($"\"{name}\" must be a string."),
    };

    public string RequiredText(string name) =>
        Text(name) is { Length: > 0 } text ? text : throw Bad($"\"{name}\" is missing. Give it as a non-empty string.");

    public long? Number(string name) => Body[name] is null ? null : Body[name].Number() ?? throw Bad($"\"{name}\" must be a whole number.");

    public long RequiredNumber(string name) => Number(name) ?? throw Bad($"\"{name}\" is missing. Give it as a whole number.");

    public bool Flag(string name) => Body[name].Truth();

    public long? Query(string name) => QueryNumber(Context, name);

    public string Route(string name) => Context.Request.RouteValues[name] as string ?? "";

    public static UserSideException Bad(string message) => new(StatusCodes.Status400BadRequest, message);

    public static UserSideException Missing(string message) => new(StatusCodes.Status404NotFound, message);

    /// <summary>A whole number of the query, or null when it is not there.</summary>
    public static long? QueryNumber(HttpContext context, string name)
    {
        var text = context.Request.Query[name].ToString();
        return text.Length == 0 ? null
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : throw Bad($"\"{name}\" in the address must be a whole number, not \"{text}\".");
    }

    public static SandboxBot BotOf(SandboxBots bots, long? id) => id switch
    {
        null => bots.Get(bots.HostBotId),
        > 0 => bots.Get(id.Value),
        _ => throw Bad("\"bot\" must be the number before the colon of the bot's token."),
    };

    private static async Task<UserRequest> ReadAsync(SandboxBots bots, HttpContext context)
    {
        var body = HttpMethods.IsPost(context.Request.Method) ? await ReadBodyAsync(context) : [];
        var bot = BotOf(bots, body["bot"].Number() ?? QueryNumber(context, "bot"));
        return new UserRequest(bot, body, context);
    }

    private static async Task<JsonObject> ReadBodyAsync(HttpContext context)
    {
        // A foreign page can send forms and plain text without asking the browser, but not JSON.
        if (!context.Request.HasJsonContentType())
        {
            throw Bad("The body must be JSON. Send the header Content-Type: application/json.");
        }

        if (context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaximumBodyBytes;
        }

        using var bytes = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
            return bytes.Length == 0 ? [] : Wire.Parse(bytes.ToArray()) as JsonObject ?? throw Bad("The body must be a JSON object.");
        }
        catch (JsonException e)
        {
            throw Bad($"The body is not valid JSON: {e.Message}");
        }
        catch (BadHttpRequestException e)
        {
            throw Bad($"The body could not be read: {e.Message} At most {MaximumBodyBytes >> 20} MB are taken.");
        }
    }

    private static Task WriteAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }
}
