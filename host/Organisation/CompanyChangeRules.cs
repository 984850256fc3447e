using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>Whether typed settings keep their rules. A user may break them, so it is an answer, not an error.</summary>
internal static class CompanyChangeRules
{
    public static bool IsGood(CompanyChange change) =>
        (change.Name is not { } name || NewCompanyRules.IsName(name))
        && (change.TimeZone is not { } zone || NewCompanyRules.IsZone(zone))
        && (change.Currency is not { } currency || NewCompanyRules.IsCurrency(currency))
        && (change.Week is not { } week || (week.Count > 0 && week.All(day => Enum.IsDefined(day.Key) && day.Value.Until > day.Value.From)))
        && (change.Cutoff is not { } cutoff || Enum.IsDefined(cutoff.Day))
        && (change.Limits is not { } limits || AreGood(limits));

    private static bool AreGood(ApprovalLimits limits) =>
        new[] { limits.DepartmentHead, limits.DivisionHead, limits.Executive ?? 0, limits.ConfirmAbove ?? 0 }
            .All(limit => limit is >= 0 and <= ApprovalLimits.Max && decimal.Round(limit, 2) == limit);
}
