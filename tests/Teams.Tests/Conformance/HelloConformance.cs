using DrAivBot.Testing;

namespace DrAivBot.Teams.Tests.Conformance;

/// <summary>The module of the readme.</summary>
public sealed class HelloConformance(ConformanceStage stage) : ModuleConformance(stage)
{
    protected override TestModule Module => TestModule.Plugin("Hello", "hello");
}
