using System.Net;

namespace DrAivBot.Host.Sandbox;

/// <summary>
/// Both sides of the sandbox are for this machine only. A page of another site that the user has open, a name that
/// resolves to this machine, and a proxy in front of the host all look like local callers at first sight.
/// </summary>
internal static class LoopbackGuard
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"];

    public static RequestDelegate Guarded(RequestDelegate handler) => context =>
    {
        if (IsLocal(context))
        {
            return handler(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    };

    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && IsLocalName(context.Request.Host.Host)
        && !ProxyHeaders.Any(context.Request.Headers.ContainsKey)
        && IsOwnOrigin(context.Request)
        && !IsForeignFetch(context.Request);

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host is "127.0.0.1" or "[::1]" or "::1";

    private static bool IsOwnOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        return origin.Count == 0
            || (origin.Count == 1 && string.Equals(origin[0], $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase));
    }

    // Browsers send no Origin with images and scripts of a foreign page; a link that is followed is harmless.
    private static bool IsForeignFetch(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site"
        && request.Headers["Sec-Fetch-Mode"].ToString() != "navigate";
}
