using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Modules;

/// <summary>A module compiled with the first release of the contracts, in a host of today.</summary>
public sealed class FirstContractTests(PostgresFixture postgres)
{
    [Fact]
    public async Task The_handlers_of_a_module_compiled_with_contracts_1_0_answer()
    {
        await using var host = await TestHost.StartAsync(
            postgres, new() { Modules = [TestModule.Plugin("Live", "live"), TestModule.Plugin("FirstContract", "good")] }, TestContext.Current.CancellationToken);
        var anna = await host.Chat.NewUserAsync("Anna", "en");
        await anna.StartAsync("live_open");

        await anna.SayAsync("/hello");

        Assert.Contains("Hello", anna.Screen.Text, StringComparison.Ordinal);
    }
}
