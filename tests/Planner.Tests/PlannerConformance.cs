using DrAivBot.Testing;

namespace DrAivBot.Planner.Tests;

public sealed class PlannerConformance(ConformanceStage stage) : ModuleConformance(stage)
{
    protected override TestModule Module => Planner.Module;
}
