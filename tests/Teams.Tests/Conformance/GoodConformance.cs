using DrAivBot.Testing;

namespace DrAivBot.Teams.Tests.Conformance;

/// <summary>A module without tables needs to say nothing but its name.</summary>
public sealed class GoodConformance(ConformanceStage stage) : ModuleConformance(stage)
{
    protected override TestModule Module => TestModule.Plugin("Good", "good");
}
