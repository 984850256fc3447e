using System.Globalization;
using DrAivBot.Organisation;

namespace DrAivBot.Company.Registration;

/// <summary>Says in words why a text cannot be a company's name.</summary>
internal static class CompanyNameRules
{
    /// <summary>The key of the reason; null for a good name.</summary>
    public static string? RefusalKey(string name) => new StringInfo(name).LengthInTextElements switch
    {
        < CompanyName.MinLength => "company.registration.name.short",
        > CompanyName.MaxLength => "company.registration.name.long",
        _ when name.Any(char.IsControl) => "company.registration.name.control",
        _ when !name.Any(char.IsLetter) => "company.registration.name.letter",
        _ => CompanyName.IsValid(name) ? null : "company.registration.name.control",
    };
}
