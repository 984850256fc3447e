using System.Reflection;

namespace DrAivBot.Host.Sandbox.UserSide;

/// <summary>The chat page: embedded files, served with a policy that lets it talk to this host only.</summary>
internal sealed class PageFiles
{
    private const string Prefix = "sandbox-page/";
    private const string Policy =
        "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; style-src 'self'; script-src 'self'; connect-src 'self'; "
        + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly Assembly owner = typeof(PageFiles).Assembly;

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", LoopbackGuard.Guarded(context =>
        {
            context.Response.Redirect("/sandbox");
            return Task.CompletedTask;
        }));
        app.MapGet("/sandbox", LoopbackGuard.Guarded(context => SendAsync(context, "index.html")));
        app.MapGet("/sandbox/{file}", LoopbackGuard.Guarded(context => SendAsync(context, context.Request.RouteValues["file"] as string ?? "")));
    }

    private async Task SendAsync(HttpContext context, string name)
    {
        await using var file = owner.GetManifestResourceStream(Prefix + name);
        if (file is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            ".json" => "application/json; charset=utf-8",
            ".woff2" => "font/woff2",
            _ => "application/octet-stream",
        };
        context.Response.ContentLength = file.Length;
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.CacheControl = "no-cache";
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
