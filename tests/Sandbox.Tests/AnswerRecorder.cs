using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace DrAivBot.Sandbox.Tests;

/// <summary>Stands before the sandbox and compares every answer of the bot side with the schema, whoever asked.</summary>
public sealed class AnswerRecorder
{
    private readonly SchemaValidator validator = new();

    public ConcurrentBag<string> Violations { get; } = [];

    public ConcurrentDictionary<string, int> Succeeded { get; } = new(StringComparer.OrdinalIgnoreCase);

    public async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/bot" + SandboxHost.Token, StringComparison.Ordinal, out var rest))
        {
            await next(context);
            return;
        }

        var outgoing = context.Response.Body;
        using var copy = new MemoryStream();
        context.Response.Body = copy;
        await next(context);
        context.Response.Body = outgoing;
        Check(rest.Value!.Trim('/'), context.Response.StatusCode, Encoding.UTF8.GetString(copy.ToArray()));
        if (!context.RequestAborted.IsCancellationRequested)
        {
            await outgoing.WriteAsync(copy.ToArray(), context.RequestAborted);
        }
    }

    private void Check(string method, int status, string body)
    {
        if (body.Length == 0)
        {
            return;
        }

        var answer = JsonNode.Parse(body)!;
        if (answer["ok"]!.GetValue<bool>())
        {
            Succeeded.AddOrUpdate(method, 1, (_, n) => n + 1);
            foreach (var violation in validator.CheckResult(method, answer["result"]))
            {
                Violations.Add(violation);
            }
        }
        else if (answer["error_code"]!.GetValue<int>() != status || answer["description"] is null)
        {
            Violations.Add($"{method}: error answer without code or words: {body}");
        }
    }
}
