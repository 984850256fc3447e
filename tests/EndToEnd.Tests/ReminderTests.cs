using DrAivBot.Chaos.Reminders;

namespace DrAivBot.EndToEnd.Tests;

/// <summary>The short form of many reminders at Telegram's pace; tests/Chaos/README.md has the full one.</summary>
public sealed class ReminderTests
{
    [Fact]
    public async Task Reminders_on_two_hosts_come_in_order_of_due_time_none_twice_and_none_lost_over_a_kill()
    {
        var options = new ReminderOptions { Count = 600, Seconds = 24, Kills = 1 };

        Assert.True(
            await ReminderRun.RunAsync(options, TestContext.Current.TestOutputHelper!.WriteLine, TestContext.Current.CancellationToken),
            "A promise broke, see the output; repeat it with: dotnet run --project tests/Chaos -c Release -- reminders --count 600 --seconds 24 --kills 1");
    }
}
