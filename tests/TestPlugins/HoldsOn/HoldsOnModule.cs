using DrAivBot.Routing;
using DrAivBot.Screens;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.TestPlugins.HoldsOn;

/// <summary>Stays in memory after it is unloaded: a handler on an event of the process is never taken off.</summary>
public sealed class HoldsOnModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "holds_on", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddTexts().AddMenuItem(new() { TextKey = "holds_on.menu", Place = new Hello() });
        module.Services.AddSingleton<Farewell>();
        module.Routes.Screen<Hello, HelloScreen>();
    }
}

[Callback("hello")]
public readonly record struct Hello;

public sealed class HelloScreen(Farewell farewell) : IScreen<Hello>
{
    public Task<Reply> ShowAsync(ITurn turn, Hello place, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Show(new Screen { Body = Markup.Plain($"Hello {farewell.Said}") }));
}

public sealed class Farewell
{
    public Farewell() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Said++;

    public int Said { get; private set; }
}
