using DrAivBot.Testing;

namespace DrAivBot.Company.Tests;

public sealed class CompanyConformance(ConformanceStage stage) : ModuleConformance(stage)
{
    protected override TestModule Module => TestModule.Company;

    /// <summary>Another test presses all of them.</summary>
    protected override int MostPresses => 100;

    protected override IReadOnlyList<string> Samples => ["North Wind", "Moscow"];
}
