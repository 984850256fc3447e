using System.Globalization;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>The settings of the company and its calendar.</summary>
internal sealed class TurnSettings(OrganisationWork work) : ICompanySettings
{
    private const int LongestNote = 100;

    private readonly SettingsTable _table = new(work);
    private readonly ActingDesk _desk = new(work);

    public async Task<CompanySettings?> FindAsync(CancellationToken cancellationToken) =>
        work.Company is null ? null : await _table.FindAsync(forChange: false, cancellationToken);

    public async Task<WorkingCalendar?> FindCalendarAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } settings)
        {
            return null;
        }

        return new()
        {
            Zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone),
            Week = settings.Week,
            Days = await _table.ListDaysAsync(cancellationToken),
            Quiet = settings.Quiet,
            Cutoff = settings.Cutoff,
        };
    }

    public async Task<SettingsOutcome> ChangeAsync(CompanyChange change, CancellationToken cancellationToken)
    {
        if (work.Company is null || await _table.FindAsync(forChange: true, cancellationToken) is not { } before)
        {
            return SettingsOutcome.Forbidden;
        }

        var rights = await _desk.FindRightsAsync(cancellationToken);
        if ((change.Limits is null ? rights.ToGovern : rights.Owner) is not { } from)
        {
            await _desk.DenyAsync("company.changed", change.Limits is null ? "settings" : "limits", cancellationToken);
            return SettingsOutcome.Forbidden;
        }

        if (!CompanyChangeRules.IsGood(change))
        {
            return SettingsOutcome.BadValue;
        }

        var after = Apply(before, change);
        var (was, now) = (Facts(before), Facts(after));
        string[] changed = [.. now.Keys.Where(key => !string.Equals(was[key], now[key], StringComparison.Ordinal))];
        if (changed.Length == 0)
        {
            return SettingsOutcome.Unchanged;
        }

        await _table.SaveAsync(after, cancellationToken);
        await _desk.NoteAsync("company.changed", from, Only(was, changed), Only(now, changed), cancellationToken);
        return SettingsOutcome.Done;
    }

    public async Task<SettingsOutcome> SetDayAsync(DateOnly day, bool? isWorking, string? note, CancellationToken cancellationToken)
    {
        if (work.Company is null || await _table.FindAsync(forChange: true, cancellationToken) is null)
        {
            return SettingsOutcome.Forbidden;
        }

        if ((await _desk.FindRightsAsync(cancellationToken)).ToGovern is not { } from)
        {
            await _desk.DenyAsync("calendar.changed", "day", cancellationToken);
            return SettingsOutcome.Forbidden;
        }

        if (note is not null && (note.Length > LongestNote || note.Any(char.IsControl) || !NewCompanyRules.IsUnicode(note)))
        {
            return SettingsOutcome.BadValue;
        }

        var before = await _table.FindDayAsync(day, cancellationToken);
        if (before == isWorking)
        {
            return SettingsOutcome.Unchanged;
        }

        await _table.SaveDayAsync(day, isWorking, note, cancellationToken);
        await _desk.NoteAsync("calendar.changed", from, DayFacts(day, before), DayFacts(day, isWorking), cancellationToken);
        return SettingsOutcome.Done;
    }

    private static CompanySettings Apply(CompanySettings before, CompanyChange change) => before with
    {
        Name = change.Name ?? before.Name,
        TimeZone = change.TimeZone ?? before.TimeZone,
        Currency = change.Currency ?? before.Currency,
        Quiet = change.Quiet ?? before.Quiet,
        Week = change.Week ?? before.Week,
        Cutoff = change.Cutoff ?? before.Cutoff,
        Limits = change.Limits ?? before.Limits,
    };

    private static Dictionary<string, string?> Facts(CompanySettings settings) => new(StringComparer.Ordinal)
    {
        ["name"] = settings.Name,
        ["time_zone"] = settings.TimeZone,
        ["currency"] = settings.Currency,
        ["quiet"] = $"{Iso(settings.Quiet.From)}-{Iso(settings.Quiet.Until)}",
        ["week"] = string.Join(' ', settings.Week.OrderBy(day => day.Key).Select(day => $"{day.Key} {Iso(day.Value.From)}-{Iso(day.Value.Until)}")),
        ["cutoff"] = $"{settings.Cutoff.Day} {Iso(settings.Cutoff.At)}",
        ["limit_department_head"] = Iso(settings.Limits.DepartmentHead),
        ["limit_division_head"] = Iso(settings.Limits.DivisionHead),
        ["limit_executive"] = Iso(settings.Limits.Executive),
        ["confirm_above"] = Iso(settings.Limits.ConfirmAbove),
    };

    private static Dictionary<string, string?> Only(Dictionary<string, string?> facts, string[] keys) =>
        keys.ToDictionary(key => key, key => facts[key], StringComparer.Ordinal);

    private static Dictionary<string, string?> DayFacts(DateOnly day, bool? isWorking) => new(StringComparer.Ordinal)
    {
        ["day"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["is_working"] = isWorking switch { true => "true", false => "false", null => null },
    };

    private static string Iso(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string? Iso(decimal? sum) => sum?.ToString("0.##", CultureInfo.InvariantCulture);
}
