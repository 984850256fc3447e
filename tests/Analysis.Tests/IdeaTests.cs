using DrAivBot.Analysis.Ideas;

namespace DrAivBot.Analysis.Tests;

public sealed class IdeaTests
{
    [Fact]
    public void An_idea_that_pays_off_has_profit_break_even_payback_and_return()
    {
        var idea = Idea(price: 350, cost: 210, volume: 1500, fixedCosts: 120_000, investment: 450_000);
        Assert.Equal(90_000, idea.Profit);
        Assert.Equal(857.14m, Math.Round(idea.BreakEven!.Value, 2));
        Assert.Equal(5, idea.Payback);
        Assert.Equal(1.4m, idea.YearReturn);
    }

    [Theory]
    [InlineData(100, 100, 1000, 0)]
    [InlineData(100, 120, 1000, 0)]
    [InlineData(100, 90, 1000, 10_000)]
    [InlineData(100, 90, 1000, 20_000)]
    public void An_idea_without_profit_never_pays_off(int price, int cost, int volume, int fixedCosts)
    {
        var idea = Idea(price, cost, volume, fixedCosts, investment: 1000);
        Assert.False(idea.PaysOff);
        Assert.Null(idea.Payback);
        Assert.Null(idea.YearReturn);
        Assert.Equal(price > cost, idea.BreakEven is not null);
    }

    [Fact]
    public void An_idea_without_investment_pays_off_at_once_and_has_no_return_to_speak_of()
    {
        var idea = Idea(price: 10, cost: 5, volume: 10, fixedCosts: 0, investment: 0);
        Assert.Equal(0, idea.Payback);
        Assert.Null(idea.YearReturn);
    }

    private static BusinessIdea Idea(decimal price, decimal cost, decimal volume, decimal fixedCosts, decimal investment) => new()
    {
        Id = Guid.Empty,
        Title = "",
        Price = price,
        UnitCost = cost,
        Volume = volume,
        FixedCosts = fixedCosts,
        Investment = investment,
        Currency = "RUB",
    };
}
