using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Analysis.Profile;

/// <summary>The profile as people read it.</summary>
internal static class ProfileText
{
    public static Markup Body(IText text, CompanyProfile profile) => text.GetMarkup(
        "analysis.profile.body",
        ("industry", Industry(text, profile)),
        ("model", BusinessModels.All.Contains(profile.Model) ? text.Get("analysis.model." + profile.Model) : profile.Model),
        ("product", profile.Product),
        ("employees", TypedNumber.Show(profile.Employees, text.Culture)),
        ("age", Number(text, profile.AgeYears)),
        ("currency", profile.Currency),
        ("revenue", Number(text, profile.MonthlyRevenue)),
        ("costs", Number(text, profile.MonthlyCosts)),
        ("goal", profile.Goal));

    public static string Industry(IText text, CompanyProfile profile) => profile switch
    {
        { Industry: Industries.Other, IndustryText: { Length: > 0 } typed } => typed,
        _ when Industries.All.Contains(profile.Industry) => text.Get("analysis.industry." + profile.Industry),
        _ => profile.Industry,
    };

    private static string Number(IText text, decimal? number) => number is { } value ? TypedNumber.Show(value, text.Culture) : text.Get("analysis.profile.unsaid");
}
