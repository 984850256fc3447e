using System.Text.Json.Serialization.Metadata;
using DrAivBot.Host.Live;
using DrAivBot.Host.Modules;

namespace DrAivBot.Host.Operator;

/// <summary>
/// The modules as JSON for the command line: <c>GET /modules</c>, <c>GET /modules/ID</c>, <c>POST /modules/ID/ACT</c>.
/// Everything here asks for the host's key, looking too: reasons may quote what a failed migration met in the database.
/// A page of a web site cannot send the key, nor can anybody who merely reaches the port.
/// </summary>
internal sealed partial class ModulePages(ModuleDesk desk, ModuleCatalogue catalogue, IHostApplicationLifetime lifetime, ILogger<ModulePages> logger)
{
    private const string Root = "/modules";

    /// <summary>Answers when the address is one of these pages.</summary>
    /// <param name="context">The request.</param>
    /// <param name="token">What it must bring.</param>
    /// <returns>Whether it was.</returns>
    public async Task<bool> TryAnswerAsync(HttpContext context, string token)
    {
        if (!context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal, out var rest))
        {
            return false;
        }

        context.Response.Headers.CacheControl = "no-store";
        if (HostKey.Opens(token, context.Request.Headers.Authorization))
        {
            await AnswerAsync(context, (rest.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries));
        }
        else
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await SayAsync(context, StatusCodes.Status401Unauthorized, "This page asks for the key that lies in the host's data directory. Use: draivbot modules list");
        }

        return true;
    }

    private Task AnswerAsync(HttpContext context, string[] parts) => (context.Request.Method, parts) switch
    {
        ("GET", []) => WriteAsync(context, StatusCodes.Status200OK, new() { Problem = desk.Problem, Modules = desk.List() }, ModuleJson.Default.ModuleList),
        ("GET", [var id]) => DescribeAsync(context, id),
        ("POST", [_, _]) when !catalogue.IsReady => SayAsync(context, StatusCodes.Status503ServiceUnavailable, "The host is starting and loads its modules. Ask again in a moment."),
        ("POST", [var id, var act]) when ModuleActs.All.Contains(act) => ActAsync(context, id, act),
        _ => SayAsync(context, StatusCodes.Status404NotFound, $"There is GET {Root}, GET {Root}/ID and POST {Root}/ID/({string.Join('|', ModuleActs.All)})."),
    };

    private async Task DescribeAsync(HttpContext context, string id)
    {
        var status = desk.Why(id);
        await WriteAsync(
            context,
            status is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
            status is null ? new() { Problem = desk.Unknown(id).Message } : new() { Status = status, Versions = await desk.FindVersionsAsync(id, context.RequestAborted) },
            ModuleJson.Default.ModuleAnswer);
    }

    private async Task ActAsync(HttpContext context, string id, string act)
    {
        if (desk.Why(id) is null)
        {
            await WriteAsync(context, StatusCodes.Status404NotFound, desk.Unknown(id), ModuleJson.Default.ModuleOutcome);
            return;
        }

        // Not the request's own token: what has begun is ended even if nobody waits for it any more.
        var stopping = lifetime.ApplicationStopping;
        var version = context.Request.Query["version"].FirstOrDefault();
        var outcome = await (act switch
        {
            ModuleActs.Enable => desk.EnableAsync(id, stopping),
            ModuleActs.Disable => desk.DisableAsync(id, stopping),
            ModuleActs.Reload => desk.ReloadAsync(id, stopping),
            _ => desk.RollbackAsync(id, version, stopping),
        });
        LogActed(act, id, outcome.Message);
        await WriteAsync(context, outcome.IsDone ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, outcome, ModuleJson.Default.ModuleOutcome);
    }

    private static Task WriteAsync<T>(HttpContext context, int status, T answer, JsonTypeInfo<T> json)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(answer, json, cancellationToken: context.RequestAborted);
    }

    private static Task SayAsync(HttpContext context, int status, string words)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(words + "\n", context.RequestAborted);
    }

    [LoggerMessage(LogLevel.Information, "The operator asked to {Act} module '{Module}': {Outcome}")]
    private partial void LogActed(string act, string module, string outcome);
}
