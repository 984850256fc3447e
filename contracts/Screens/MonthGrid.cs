using System.Globalization;
using DrAivBot.Texts;

namespace DrAivBot.Screens;

/// <summary>
/// A month as rows of buttons: its name, the days of the week from Monday, the days, and «‹ Сегодня ›». Days of other
/// months and outside the limits are dots that only draw the same month again.
/// </summary>
public sealed record MonthGrid
{
    private const string Blank = "·";
    private const int DaysInWeek = 7;

    /// <summary>Texts of the reader.</summary>
    public required IText Text { get; init; }

    /// <summary>Any day of the month to show; a month outside the limits is replaced by the nearest.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>The day it is, shown as «[23]».</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The first day that can be pressed; null, the default, for no limit.</summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>The last day that can be pressed; null, the default, for no limit.</summary>
    public DateOnly? Latest { get; init; }

    /// <summary>What stands behind the number of a day, for example «•» where something happens; null or empty for nothing. Null by default.</summary>
    public Func<DateOnly, string?>? Mark { get; init; }

    /// <summary>Whether a day is chosen, shown as «✓23». Null by default: none is.</summary>
    public Func<DateOnly, bool>? IsChosen { get; init; }

    /// <summary>Whether «Сегодня» presses the day, as in a question for a day, instead of opening its month. False by default.</summary>
    public bool TodayPressesDay { get; init; }

    /// <summary>The month that is shown: <see cref="Month"/> within the limits, its first day.</summary>
    public DateOnly Shown
    {
        get
        {
            var day = Latest is { } latest && Month > latest ? latest : Month;
            return FirstOf(Earliest is { } earliest && day < earliest ? earliest : day);
        }
    }

    /// <summary>The rows, 7 buttons a week.</summary>
    /// <typeparam name="TDay">What a day carries.</typeparam>
    /// <typeparam name="TMonth">What a button carries that shows a month.</typeparam>
    /// <param name="day">The press of a day.</param>
    /// <param name="month">The press that shows a month, given its first day.</param>
    /// <returns>6 to 9 rows, at most 55 buttons.</returns>
    public IReadOnlyList<IReadOnlyList<Button>> Rows<TDay, TMonth>(Func<DateOnly, TDay> day, Func<DateOnly, TMonth> month)
        where TDay : struct
        where TMonth : struct =>
        Build(day, month, _ => null, hasWeeks: false);

    /// <summary>The rows, 8 buttons a week: the first has its ISO number.</summary>
    /// <typeparam name="TDay">What a day carries.</typeparam>
    /// <typeparam name="TMonth">What a button carries that shows a month.</typeparam>
    /// <typeparam name="TWeek">What a week carries.</typeparam>
    /// <param name="day">The press of a day.</param>
    /// <param name="month">The press that shows a month, given its first day.</param>
    /// <param name="week">The press of a week, given its first day in the month: within the limits or not.</param>
    /// <returns>6 to 9 rows, at most 62 buttons.</returns>
    public IReadOnlyList<IReadOnlyList<Button>> Rows<TDay, TMonth, TWeek>(
        Func<DateOnly, TDay> day, Func<DateOnly, TMonth> month, Func<DateOnly, TWeek> week)
        where TDay : struct
        where TMonth : struct
        where TWeek : struct =>
        Build(day, month, first => Button.To(WeekLabel(first), week(first)), hasWeeks: true);

    private List<IReadOnlyList<Button>> Build<TDay, TMonth>(
        Func<DateOnly, TDay> day, Func<DateOnly, TMonth> month, Func<DateOnly, Button?> week, bool hasWeeks)
        where TDay : struct
        where TMonth : struct
    {
        var shown = Shown;
        var names = Text.Culture.DateTimeFormat.ShortestDayNames;
        List<IReadOnlyList<Button>> rows =
        [
            [Stay(Text.FormatMonth(shown))],
            [.. hasWeeks ? [Stay(Blank)] : Array.Empty<Button>(), .. Enumerable.Range(1, DaysInWeek).Select(number => Stay(names[number % DaysInWeek]))],
        ];
        var length = DateTime.DaysInMonth(shown.Year, shown.Month);
        for (var number = 1 - MondayOffset(shown); number <= length; number += DaysInWeek)
        {
            var first = new DateOnly(shown.Year, shown.Month, Math.Max(1, number));
            IEnumerable<Button> cells = Enumerable.Range(number, DaysInWeek).Select(cell => cell < 1 || cell > length
                ? Stay(Blank)
                : Cell(new(shown.Year, shown.Month, cell)));
            rows.Add([.. week(first) is { } start ? [start] : Array.Empty<Button>(), .. cells]);
        }

        rows.Add(Turning());
        return rows;

        Button Stay(string label) => Button.To(label, month(shown));

        Button Cell(DateOnly date) => IsWithin(date) ? Button.To(Label(date), day(date)) : Stay(Blank);

        Button Turn(string label, DateOnly? to) => to is { } other ? Button.To(label, month(other)) : Stay(Blank);

        IReadOnlyList<Button> Turning()
        {
            var today = Text.Get("core.month.today");
            return
            [
                Turn("‹", Before(shown)),
                !IsWithin(Today) ? Stay(Blank) : TodayPressesDay ? Button.To(today, day(Today)) : Button.To(today, month(FirstOf(Today))),
                Turn("›", After(shown)),
            ];
        }
    }

    private string Label(DateOnly date)
    {
        var number = date.Day.ToString(CultureInfo.InvariantCulture);
        var shown = IsChosen?.Invoke(date) == true ? "✓" + number : date == Today ? $"[{number}]" : number;
        return shown + Mark?.Invoke(date);
    }

    private string WeekLabel(DateOnly first) => Text.Get("core.month.week", ("week", ISOWeek.GetWeekOfYear(first.ToDateTime(TimeOnly.MinValue))));

    private bool IsWithin(DateOnly date) => (Earliest is null || date >= Earliest) && (Latest is null || date <= Latest);

    private DateOnly? Before(DateOnly month) =>
        month > FirstOf(Earliest ?? DateOnly.MinValue) ? month.AddMonths(-1) : null;

    private DateOnly? After(DateOnly month) =>
        month < FirstOf(Latest ?? DateOnly.MaxValue) ? month.AddMonths(1) : null;

    private static int MondayOffset(DateOnly date) => ((int)date.DayOfWeek + DaysInWeek - 1) % DaysInWeek;

    private static DateOnly FirstOf(DateOnly date) => new(date.Year, date.Month, 1);
}
