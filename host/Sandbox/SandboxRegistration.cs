using DrAivBot.Host.Sandbox.Methods;
using DrAivBot.Host.Sandbox.UserSide;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DrAivBot.Host.Sandbox;

/// <summary>The two doors of the sandbox: its services and its addresses. Nothing else of it is used elsewhere.</summary>
public static class SandboxRegistration
{
    public static IServiceCollection AddSandbox(this IServiceCollection services, SandboxOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SandboxBots>();
        services.AddSingleton<BotApiMethods>();
        services.AddSingleton<BotApiEndpoints>();
        services.AddSingleton<UserEndpoints>();
        services.AddSingleton<OperatorEndpoints>();
        services.AddSingleton<EventEndpoint>();
        services.AddSingleton<PageFiles>();
        services.AddHostedService<WebhookDelivery>();
        return services;
    }

    /// <summary>Maps the Bot API below <c>/bot…</c> and <c>/file/bot…</c>, people and tests below <c>/sandbox</c>, and the redirect at <c>/</c>.</summary>
    public static void MapSandbox(this IEndpointRouteBuilder app)
    {
        app.ServiceProvider.GetRequiredService<BotApiEndpoints>().Map(app);
        app.ServiceProvider.GetRequiredService<UserEndpoints>().Map(app);
        app.ServiceProvider.GetRequiredService<OperatorEndpoints>().Map(app);
        app.ServiceProvider.GetRequiredService<EventEndpoint>().Map(app);
        app.ServiceProvider.GetRequiredService<PageFiles>().Map(app);
    }
}
