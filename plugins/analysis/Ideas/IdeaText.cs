using DrAivBot.Analysis.Profile;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Analysis.Ideas;

/// <summary>A business idea in words.</summary>
internal static class IdeaText
{
    private const decimal Hundred = 100;

    public static Markup Numbers(IText text, BusinessIdea idea) => text.GetMarkup(
        "analysis.idea.numbers",
        ("title", idea.Title), ("price", Show(text, idea.Price)), ("cost", Show(text, idea.UnitCost)), ("volume", Show(text, idea.Volume)),
        ("fixed", Show(text, idea.FixedCosts)), ("investment", Show(text, idea.Investment)), ("currency", idea.Currency));

    public static Markup Outcome(IText text, BusinessIdea idea) => Markup.Lines(
        text.GetMarkup("analysis.idea.profit", ("sum", Show(text, idea.Profit)), ("currency", idea.Currency)),
        idea.BreakEven is { } units ? text.GetMarkup("analysis.idea.break_even", ("units", Show(text, Math.Ceiling(units)))) : Markup.Empty,
        idea.Payback is { } months ? text.GetMarkup("analysis.idea.payback", ("months", Show(text, Math.Round(months, 1, MidpointRounding.AwayFromZero)))) : text.GetMarkup("analysis.idea.never"),
        idea.YearReturn is { } share ? text.GetMarkup("analysis.idea.return", ("percent", Show(text, Math.Round(share * Hundred, 0, MidpointRounding.AwayFromZero)))) : Markup.Empty);

    private static string Show(IText text, decimal number) => TypedNumber.Show(number, text.Culture);
}
