using System.Security.Cryptography;
using System.Text;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.Invitations;

/// <summary>What somebody consents to who joins a company.</summary>
internal static class ConsentText
{
    private const int HashDigits = 16;

    public static Markup Body(IText text, string? company) => text.GetMarkup("company.consent.body", ("company", company));

    /// <summary>
    /// Names the text as it is shown, the operator's own words included: its language and the beginning of its SHA-256, the
    /// company left out. Kept with the consent, it shows later which words were agreed to.
    /// </summary>
    public static string Version(IText text)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Body(text, company: "").Html)));
        return $"{text.Culture.TwoLetterISOLanguageName}-{hash[..HashDigits]}";
    }
}
