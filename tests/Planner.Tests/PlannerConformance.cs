using DrAivBot.Planner.Tests.WeeklyPlans;
using DrAivBot.Testing;

namespace DrAivBot.Planner.Tests;

public sealed class PlannerConformance(ConformanceStage stage) : ModuleConformance(stage)
{
    protected override TestModule Module => Planner.Module;

    protected override Task PrepareAsync(TestHost host, ChatUser owner) => PlanRows.WriteAsync(host, owner);
}
