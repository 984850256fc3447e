using DrAivBot.Host.Sessions;
using DrAivBot.Host.Updates;

namespace DrAivBot.Host.Tests.Updates;

/// <summary>Which turns run alone because others would wait for them.</summary>
public sealed class SlowTurnsTests
{
    [Fact]
    public void What_was_slow_once_is_not_held_against_it_and_what_is_slow_again_and_again_is()
    {
        var slow = new SlowTurns();
        Measure(slow, "/report", 100);
        Assert.False(slow.IsExpected(Turn("/report")));

        Measure(slow, "/report", 100, 100, 100);
        Assert.True(slow.IsExpected(Turn("/report")));
        Assert.False(slow.IsExpected(Turn("/menu")));
    }

    [Fact]
    public void What_held_up_its_group_runs_alone_at_once_and_with_others_again_when_it_has_become_quick()
    {
        var slow = new SlowTurns();
        slow.NoteGivenUp(Turn("/report"));
        Assert.True(slow.IsExpected(Turn("/report")));

        Measure(slow, "/report", [.. Enumerable.Repeat(2, 20)]);
        Assert.False(slow.IsExpected(Turn("/report")));
    }

    private static void Measure(SlowTurns slow, string command, params int[] milliseconds)
    {
        foreach (var took in milliseconds)
        {
            var turn = Turn(command);
            turn.Duration = TimeSpan.FromMilliseconds(took);
            slow.Measure(turn);
        }
    }

    private static TurnAttempt Turn(string command) => new(new()
    {
        Lane = 1,
        UpdateId = 1,
        Payload = $$$"""{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"from":{"id":1,"is_bot":false,"first_name":"A"},"text":"{{{command}}}"}}""",
        Session = Session.Begin(),
    });
}
