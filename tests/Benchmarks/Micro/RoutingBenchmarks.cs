using BenchmarkDotNet.Attributes;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Updates;

namespace DrAivBot.Micro;

/// <summary>Finding who answers an update.</summary>
public class RoutingBenchmarks
{
    private readonly RouteTable _routes = RealModules.Routes;
    private readonly string _tag = RealModules.Company.Routes[^1].Tag;

    [Benchmark]
    public bool Button() => _routes.TryFindByTag(_tag, out _);

    [Benchmark]
    public bool Place() => _routes.TryFindByType(typeof(HelpPlace), out _);

    [Benchmark]
    public bool Command() => _routes.TryFindCommand("structure", out _);

    [Benchmark]
    public object? DeepLink() => _routes.TryFindDeepLink("inv_0123456789abcdef", out _, out var place) ? place : null;

    [Benchmark]
    public object? Dialog() => _routes.FindDialog("company", "registration");
}
