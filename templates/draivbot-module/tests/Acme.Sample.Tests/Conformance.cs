using DrAivBot.Testing;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Acme.Sample.Tests;

/// <summary>What the host expects of every module.</summary>
public sealed class Conformance(ConformanceStage stage) : ModuleConformance(stage)
{
    protected override TestModule Module => Sample.Module;

    /// <summary>Gives every table a row, so that there is something that another company must not see.</summary>
    protected override Task PrepareAsync(TestHost host, ChatUser owner) => Sample.WriteAsync(owner, "Buy a bicycle stand");
}
