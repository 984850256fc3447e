using DrAivBot.Texts;

namespace DrAivBot.Company.Registration;

/// <summary>The currencies a company can keep its figures in.</summary>
internal static class CompanyCurrency
{
    public static IReadOnlyList<string> All { get; } =
    [
        "RUB", "BYN", "UAH", "MDL", "GEL", "AMD", "AZN", "KZT", "UZS", "KGS", "TJS", "TMT",
        "USD", "EUR", "GBP", "PLN", "TRY", "ILS", "AED", "CNY",
    ];

    /// <summary>All currencies, the one of the zone's country first.</summary>
    public static IReadOnlyList<string> For(string? timeZone) =>
        CompanyZone.Find(timeZone) is { } zone ? [zone.Currency, .. All.Where(code => code != zone.Currency)] : All;

    /// <summary>For example «KZT · казахстанский тенге».</summary>
    public static string Label(IText text, string code) => $"{code} · {text.Get("company.currency." + code.ToLowerInvariant())}";
}
