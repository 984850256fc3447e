using DrAivBot.Routing;

namespace DrAivBot.Analysis.Profile;

/// <summary>The profile while it is asked for, as typed and chosen.</summary>
internal sealed record ProfileState
{
    public string Industry { get; set; } = "";

    public string IndustryText { get; set; } = "";

    public string Model { get; set; } = "";

    public string Product { get; set; } = "";

    public string Employees { get; set; } = "";

    public string Age { get; set; } = "";

    public string Currency { get; set; } = "";

    public string Revenue { get; set; } = "";

    public string Costs { get; set; } = "";

    public string Goal { get; set; } = "";

    /// <summary>What a company does not want to say.</summary>
    public static bool IsNothing(string typed) => typed is "" or "-" or "–" or "—";

    public static ProfileState Of(CompanyProfile profile) => new()
    {
        Industry = profile.Industry,
        IndustryText = profile.IndustryText ?? "",
        Model = profile.Model,
        Product = profile.Product,
        Employees = FormattableString.Invariant($"{profile.Employees}"),
        Age = Typed(profile.AgeYears),
        Currency = profile.Currency,
        Revenue = Typed(profile.MonthlyRevenue),
        Costs = Typed(profile.MonthlyCosts),
        Goal = profile.Goal,
    };

    public CompanyProfile ToProfile() => new()
    {
        Industry = Industry,
        IndustryText = Industry == Questionnaire.Industries.Other ? IndustryText : null,
        Model = Model,
        Product = Product,
        Employees = (int)(TypedNumber.Parse(Employees) ?? 0),
        AgeYears = NumberOf(Age),
        Currency = Currency,
        MonthlyRevenue = NumberOf(Revenue),
        MonthlyCosts = NumberOf(Costs),
        Goal = Goal,
    };

    private static decimal? NumberOf(string typed) => IsNothing(typed) ? null : TypedNumber.Parse(typed);

    private static string Typed(decimal? number) => number is { } value ? TypedNumber.Store(value) : "";
}

/// <summary>Asks for the profile, with what was said last.</summary>
[Callback("askprofile")]
internal readonly record struct AskProfile;
