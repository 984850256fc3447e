using DrAivBot.Chaos;

namespace DrAivBot.EndToEnd.Tests;

/// <summary>The two-minute form of the chaos suite; tests/Chaos/README.md has the full one.</summary>
public sealed class ChaosTests
{
    [Fact]
    public async Task Kills_database_stops_and_poison_lose_nothing_double_nothing_and_keep_the_order()
    {
        var options = new ChaosOptions
        {
            Updates = 10_000,
            Users = 250,
            Kills = 10,
            DatabaseRestarts = 3,
            Limit = TimeSpan.FromSeconds(90),
        };
        var words = TestContext.Current.TestOutputHelper!;

        Assert.True(
            await ChaosRun.RunAsync(options, words.WriteLine, TestContext.Current.CancellationToken),
            $"A promise broke, see the output; repeat it with: dotnet run --project tests/Chaos -c Release -- --updates 10000 --users 250 --kills 10 --database-restarts 3 --seed {options.Seed}");
    }
}
