using System.Text;
using System.Text.Json.Serialization;

namespace DrAivBot.Host.Operator;

/// <summary>Answers with checks: 200 when all are good, else 503; as JSON for whoever asks for it, else in words.</summary>
internal static class CheckAnswer
{
    public static Task WriteAsync(HttpContext context, string good, string bad, IReadOnlyList<Check> checks)
    {
        var isGood = checks.All(check => check.IsGood);
        context.Response.StatusCode = isGood ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        var status = isGood ? good : bad;
        if (context.Request.Headers.Accept.ToString().Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            return context.Response.WriteAsJsonAsync(new CheckReport(status, checks), CheckJson.Default.CheckReport, cancellationToken: context.RequestAborted);
        }

        var text = new StringBuilder(status).Append('\n');
        foreach (var check in checks)
        {
            text.Append(check.IsGood ? "+ " : "- ").Append(check.Name).Append(": ").Append(check.Reason).Append('\n');
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text.ToString(), context.RequestAborted);
    }
}

/// <summary>The checks as JSON.</summary>
internal sealed record CheckReport(string Status, IReadOnlyList<Check> Checks);

/// <summary>Source-generated JSON of the checks.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CheckReport))]
internal sealed partial class CheckJson : JsonSerializerContext;
