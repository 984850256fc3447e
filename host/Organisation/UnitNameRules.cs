using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>Whether a typed name of a position or unit can be stored. A user may cause it, so it is an answer, not an error.</summary>
internal static class UnitNameRules
{
    public static bool IsGood(string name) =>
        string.Equals(name, name.Trim(), StringComparison.Ordinal) && UnitName.IsValid(name) && NewCompanyRules.IsUnicode(name);
}
