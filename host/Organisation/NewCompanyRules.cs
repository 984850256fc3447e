using System.Text.RegularExpressions;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>What a module must have checked before it registers a company. A breach is the module's error, not the user's.</summary>
internal static partial class NewCompanyRules
{
    /// <exception cref="ArgumentException">Something is wrong; the message says what and how it should be.</exception>
    public static void Check(NewCompany company)
    {
        if (!IsName(company.Name))
        {
            throw new ArgumentException("The company's name breaks the rule: check a trimmed name with CompanyName.IsValid before registering.", nameof(company));
        }

        if (!IsZone(company.TimeZone))
        {
            throw new ArgumentException($"'{company.TimeZone}' is no IANA time zone this machine knows; an example is Asia/Almaty.", nameof(company));
        }

        if (!IsCurrency(company.Currency))
        {
            throw new ArgumentException($"'{company.Currency}' is no ISO 4217 currency code; an example is KZT.", nameof(company));
        }
    }

    public static bool IsName(string name) =>
        CompanyName.IsValid(name) && string.Equals(name, name.Trim(), StringComparison.Ordinal) && IsUnicode(name);

    public static bool IsZone(string zone) => ZoneName().IsMatch(zone) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    public static bool IsCurrency(string currency) => CurrencyCode().IsMatch(currency);

    /// <summary>Half a surrogate pair cannot be stored.</summary>
    internal static bool IsUnicode(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[++at])))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"\A(UTC|[A-Z][A-Za-z]+(/[A-Z][A-Za-z0-9_+-]*){1,2})\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ZoneName();

    [GeneratedRegex(@"\A[A-Z]{3}\z", RegexOptions.NonBacktracking)]
    private static partial Regex CurrencyCode();
}
