using DrAivBot.Organisation;
using DrAivBot.Texts;

namespace DrAivBot.Company.ChartFiles;

/// <summary>The structure as it was on a day, to be told in a language.</summary>
internal sealed record DatedChart(CompanyChart Chart, IText Text, DateOnly Day, TimeZoneInfo Zone)
{
    private const int MaxNameLength = 80;

    public int PostCount => Chart.Positions.Count;

    public int FilledCount => Chart.Positions.Count(post => !post.IsVacant);

    public string DayText => Text.FormatDay(Day);

    /// <summary>«Северный ветер, структура 2026-11-23.xlsx», without what file systems do not take.</summary>
    public string FileName(string extension)
    {
        var allowed = string.Concat(Chart.CompanyName.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && !"/\\:*?\"<>|".Contains(c, StringComparison.Ordinal))).Trim();
        var company = allowed.Length <= MaxNameLength ? allowed : allowed[..MaxNameLength].TrimEnd();
        return Text.Get("company.chartfile.name", ("company", company), ("day", Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))).TrimStart(' ', ',') + "." + extension;
    }
}
