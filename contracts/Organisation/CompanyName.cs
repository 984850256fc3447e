using System.Globalization;

namespace DrAivBot.Organisation;

/// <summary>The rule for names of companies: 2 to 120 characters, at least one letter, no control characters.</summary>
public static class CompanyName
{
    /// <summary>Shortest name in characters.</summary>
    public const int MinLength = 2;

    /// <summary>Longest name in characters.</summary>
    public const int MaxLength = 120;

    /// <summary>Whether a trimmed text can be a company's name.</summary>
    /// <param name="name">The text.</param>
    /// <returns>False for a name that breaks the rule.</returns>
    public static bool IsValid(string name)
    {
        var length = new StringInfo(name).LengthInTextElements;
        return length is >= MinLength and <= MaxLength && name.Any(char.IsLetter) && !name.Any(char.IsControl);
    }
}
