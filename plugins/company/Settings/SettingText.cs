using System.Globalization;
using System.Text.RegularExpressions;
using DrAivBot.Company.Registration;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Texts;

namespace DrAivBot.Company.Settings;

/// <summary>Settings as people type and read them.</summary>
internal static partial class SettingText
{
    /// <summary>Monday first.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    public static string Zone(ITurn turn, string id) => CompanyZone.Find(id)?.Label(turn.Text, turn.StartedAt) ?? id;

    public static string Quiet(IText text, QuietHours quiet) =>
        quiet.From == quiet.Until ? text.Get("company.settings.no_quiet") : Hours(quiet.From, quiet.Until);

    public static string Cutoff(IText text, WeekCutoff cutoff) => $"{text.Culture.DateTimeFormat.GetDayName(cutoff.Day)}, {Time(cutoff.At)}";

    /// <summary>«пн, вт, ср, чт, пт · 09:00–18:00»; hours that differ stand beside their day.</summary>
    public static string WorkingWeek(IText text, IReadOnlyDictionary<DayOfWeek, WorkingHours> week)
    {
        var days = Week.Where(week.ContainsKey).ToArray();
        return week.Values.Distinct().ToArray() is [var same]
            ? $"{string.Join(", ", days.Select(day => Short(text, day)))} · {Hours(same.From, same.Until)}"
            : string.Join(", ", days.Select(day => $"{Short(text, day)} {Hours(week[day].From, week[day].Until)}"));
    }

    public static string Short(IText text, DayOfWeek day) => text.Culture.DateTimeFormat.GetAbbreviatedDayName(day);

    public static string Sum(IText text, decimal? sum, string currency) => sum is { } value
        ? text.Get("company.settings.sum", ("sum", value.ToString(decimal.Truncate(value) == value ? "N0" : "N2", text.Culture)), ("currency", currency))
        : text.Get("company.settings.no_limit");

    public static string Hours(TimeOnly from, TimeOnly until) => $"{Time(from)}–{Time(until)}";

    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Reads «9:00–18:00», «9-18», «from 9 to 18».</summary>
    public static (TimeOnly From, TimeOnly Until)? ReadHours(string typed) =>
        TypedHours().Match(typed) is { Success: true } match
        && Make(match, "fh", "fm") is { } from && Make(match, "uh", "um") is { } until ? (from, until) : null;

    /// <summary>Reads hours of quiet, or that there are none.</summary>
    public static QuietHours? ReadQuiet(IText text, string typed) => IsNone(text, typed)
        ? new() { From = TimeOnly.MinValue, Until = TimeOnly.MinValue }
        : ReadHours(typed) is var (from, until) && from != until ? new() { From = from, Until = until } : null;

    /// <summary>Reads «15:00» or «15».</summary>
    public static TimeOnly? ReadTime(string typed) => TypedTime().Match(typed.Trim()) is { Success: true } match ? Make(match, "h", "m") : null;

    /// <summary>Reads «100 000», «100000,50».</summary>
    public static decimal? ReadSum(string typed) =>
        decimal.TryParse(
            Spaces().Replace(typed, "").Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var sum)
        && sum is >= 0 and <= ApprovalLimits.Max && decimal.Round(sum, 2) == sum ? sum : null;

    public static bool IsNone(IText text, string typed) =>
        text.Get("company.settings.none_words").Split('|').Contains(typed.Trim(), StringComparer.OrdinalIgnoreCase);

    private static TimeOnly? Make(Match match, string hours, string minutes)
    {
        var h = int.Parse(match.Groups[hours].Value, CultureInfo.InvariantCulture);
        var m = match.Groups[minutes].Success ? int.Parse(match.Groups[minutes].Value, CultureInfo.InvariantCulture) : 0;
        return h < 24 && m < 60 ? new TimeOnly(h, m) : null;
    }

    [GeneratedRegex(
        @"^\s*(?:\p{L}+\s+)?(?<fh>\d{1,2})(?:[:.](?<fm>\d{2}))?\s*(?:[-–—]|\p{L}+)\s*(?<uh>\d{1,2})(?:[:.](?<um>\d{2}))?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TypedHours();

    [GeneratedRegex(@"^(?<h>\d{1,2})(?:[:.](?<m>\d{2}))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TypedTime();

    [GeneratedRegex(@"[\s\u00A0\u202F']", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
