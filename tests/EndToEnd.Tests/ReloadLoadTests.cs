using DrAivBot.Chaos.Reloads;

namespace DrAivBot.EndToEnd.Tests;

/// <summary>The short form of modules that come and go under load; tests/Chaos/README.md has the full one.</summary>
public sealed class ReloadLoadTests
{
    [Fact]
    public async Task Modules_that_are_reloaded_switched_and_fail_under_load_lose_nothing_double_nothing_and_leave_memory()
    {
        // Delays are printed, not judged: other suites share the machine.
        var options = new ReloadOptions { Count = 6, Rate = 150, Users = 300, JudgesDelay = false };
        var words = TestContext.Current.TestOutputHelper!;

        Assert.True(
            await ReloadRun.RunAsync(options, words.WriteLine, TestContext.Current.CancellationToken),
            $"A promise broke, see the output; repeat it with: dotnet run --project tests/Chaos -c Release -- reloads --count 6 --rate 150 --users 300 --seed {options.Seed}");
    }
}
