using DrAivBot.Host.Metrics;
using Microsoft.Extensions.Time.Testing;

namespace DrAivBot.Host.Tests.Metrics;

public sealed class RecentTurnsTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void Times_and_errors_of_the_last_hour_are_told_by_module_to_within_two_fifths()
    {
        var recent = new RecentTurns(time);
        for (var i = 1; i <= 100; i++)
        {
            recent.Note("notes", TimeSpan.FromMilliseconds(i), isError: i > 90);
            time.Advance(TimeSpan.FromSeconds(20));
        }

        var (turns, errors, median, slow) = recent.Read("notes");

        Assert.Equal((100, 10), (turns, errors));
        Assert.InRange(median!.Value.TotalMilliseconds, 50, 70);
        Assert.InRange(slow!.Value.TotalMilliseconds, 95, 133);
        Assert.Equal((0, 0, null, null), recent.Read("company"));
    }

    [Fact]
    public void What_is_older_than_an_hour_is_forgotten()
    {
        var recent = new RecentTurns(time);
        recent.Note("notes", TimeSpan.FromSeconds(1), isError: true);
        time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(0, recent.Read("notes").Turns);
        recent.Note("notes", TimeSpan.FromSeconds(1), isError: false);

        Assert.Equal((1, 0), (recent.Read("notes").Turns, recent.Read("notes").Errors));
    }
}
