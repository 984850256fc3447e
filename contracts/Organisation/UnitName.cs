using System.Globalization;

namespace DrAivBot.Organisation;

/// <summary>The rule for names that a company gives to its positions, departments and divisions: 2 to 80 characters, at least one letter, no control characters.</summary>
public static class UnitName
{
    /// <summary>Shortest name in characters.</summary>
    public const int MinLength = 2;

    /// <summary>Longest name in characters.</summary>
    public const int MaxLength = 80;

    /// <summary>Whether a trimmed text can be the name of a position or unit.</summary>
    /// <param name="name">The text.</param>
    /// <returns>False for a name that breaks the rule.</returns>
    public static bool IsValid(string name)
    {
        var length = new StringInfo(name).LengthInTextElements;
        return length is >= MinLength and <= MaxLength && name.Length <= 8 * MaxLength && name.Any(char.IsLetter) && !name.Any(char.IsControl);
    }
}
