using DrAivBot.Chaos.Reports;

namespace DrAivBot.EndToEnd.Tests;

/// <summary>The short form of many companies that finish at once; tests/Chaos/README.md has the full one.</summary>
public sealed class ReportLoadTests
{
    [Fact]
    public async Task Companies_that_finish_at_once_all_get_one_report_in_turn_and_the_others_go_on_writing()
    {
        // Delays are printed, not judged: other suites share the machine.
        var options = new ReportOptions { Companies = 40, Within = 1, Many = 70, Calm = 3, Answer = 1, JudgesDelay = false };

        Assert.True(
            await ReportRun.RunAsync(options, TestContext.Current.TestOutputHelper!.WriteLine, TestContext.Current.CancellationToken),
            "A promise broke, see the output; repeat it with: dotnet run --project tests/Chaos -c Release -- reports --companies 40 --within 1 --many 70 --calm 3 --answer 1");
    }
}
