using DrAivBot.Host.Modules.Bulkheads;

namespace DrAivBot.Host.Tests.Modules.Bulkheads;

/// <summary>When a module has to rest, and when it may come back.</summary>
public sealed class BreakerTests
{
    private readonly Breaker _breaker = new();
    private TimeSpan _now = TimeSpan.FromHours(1);

    [Fact]
    public void Ten_failures_among_the_last_turns_open_it_and_nine_do_not()
    {
        Assert.False(FailTimes(9));
        Assert.True(_breaker.TryEnter(_now));
        Assert.True(FailTimes(1));
        Assert.False(_breaker.TryEnter(_now));
        Assert.StartsWith("10 of its last 10 turns and jobs failed within a minute, the last: notes.list", _breaker.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_mostly_succeeds_stays_open_to_users()
    {
        for (var i = 0; i < 100; i++)
        {
            FailTimes(1);
            _breaker.Succeed(_now);
            _breaker.Succeed(_now);
        }

        Assert.False(_breaker.IsOpen);
    }

    [Fact]
    public void Failures_of_more_than_a_minute_ago_are_forgotten()
    {
        FailTimes(9);
        _now += TimeSpan.FromSeconds(61);
        FailTimes(9);
        Assert.False(_breaker.IsOpen);
    }

    [Fact]
    public void A_hang_weighs_three_times_as_much()
    {
        Assert.False(FailTimes(3, Breaker.HangWeight));
        Assert.True(FailTimes(1, Breaker.HangWeight));
    }

    [Fact]
    public void After_the_rest_one_probe_is_let_in_and_its_success_closes_the_breaker()
    {
        FailTimes(10);
        _now += TimeSpan.FromSeconds(29);
        Assert.False(_breaker.TryEnter(_now));
        _now += TimeSpan.FromSeconds(1);
        Assert.True(_breaker.IsPassable(_now));
        Assert.True(_breaker.TryEnter(_now));
        Assert.False(_breaker.TryEnter(_now));
        Assert.True(_breaker.Succeed(_now));
        Assert.True(_breaker.TryEnter(_now));
        Assert.False(FailTimes(9));
    }

    [Fact]
    public void A_probe_that_fails_doubles_the_rest_up_to_ten_minutes()
    {
        FailTimes(10);
        var rests = new List<double>();
        for (var i = 0; i < 7; i++)
        {
            rests.Add(_breaker.Rest.TotalSeconds);
            _now += _breaker.Rest;
            Assert.True(_breaker.TryEnter(_now));
            Assert.True(FailTimes(1));
        }

        Assert.Equal([30, 60, 120, 240, 480, 600, 600], rests);
    }

    [Fact]
    public void What_began_before_the_rest_neither_ends_nor_prolongs_it()
    {
        FailTimes(10);
        Assert.False(_breaker.Succeed(_now));
        Assert.False(FailTimes(5));
        Assert.True(_breaker.IsOpen);
        Assert.Equal(TimeSpan.FromSeconds(30), _breaker.Rest);
    }

    [Fact]
    public void A_probe_of_which_nothing_is_heard_does_not_keep_others_out_for_good()
    {
        FailTimes(10);
        _now += TimeSpan.FromSeconds(30);
        Assert.True(_breaker.TryEnter(_now));
        _now += TimeSpan.FromSeconds(15);
        Assert.True(_breaker.TryEnter(_now));
    }

    private bool FailTimes(int times, int weight = 1)
    {
        var opened = false;
        for (var i = 0; i < times; i++)
        {
            opened = _breaker.Fail(weight, "notes.list", _now);
        }

        return opened;
    }
}
