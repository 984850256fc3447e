using System.Globalization;

namespace DrAivBot.Host.Organisation;

/// <summary>A position as the audit keeps it.</summary>
internal static class PostFacts
{
    public static IReadOnlyDictionary<string, string?> Of(PositionRow row) => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["position"] = row.Id.ToString(),
        ["number"] = row.Number.ToString(CultureInfo.InvariantCulture),
        ["name"] = row.Name,
        ["division"] = row.DivisionNumber.ToString(CultureInfo.InvariantCulture),
        ["department"] = row.DepartmentNumber?.ToString(CultureInfo.InvariantCulture),
        ["holder"] = row.Holder?.UserId.ToString(),
        ["temporary"] = row.Holder is { IsTemporary: true } ? "true" : null,
    };
}
