using System.Globalization;
using CsCheck;
using DrAivBot.Host.Texts;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Tests.Screens;

public sealed class MonthGridTests
{
    private static readonly ModuleText Russian = new(TextCatalogue.LoadCore(), TextCatalogue.LoadCore(), Language.Russian);

    [Fact]
    public void A_month_with_week_numbers_marks_the_days_where_something_happens()
    {
        var rows = Labels(Grid(new(2026, 11, 5)) with { Mark = day => day.Day == 12 ? "•" : null });

        Assert.Equal(["Ноябрь 2026"], rows[0]);
        Assert.Equal(["·", "пн", "вт", "ср", "чт", "пт", "сб", "вс"], rows[1]);
        Assert.Equal(["н44", "·", "·", "·", "·", "·", "·", "1"], rows[2]);
        Assert.Equal(["н46", "9", "10", "11", "12•", "13", "14", "15"], rows[4]);
        Assert.Equal(["н48", "[23]", "24", "25", "26", "27", "28", "29"], rows[6]);
        Assert.Equal(["‹", "Сегодня", "›"], rows[^1]);
    }

    [Fact]
    public void Every_month_holds_its_days_once_and_in_their_column_and_fits_on_a_screen() =>
        Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber).Sample(month =>
        {
            var rows = Grid(month).Rows(day => new DayPress(day), first => new MonthPress(first), week => new WeekPress(week));
            var days = rows.SelectMany(row => row.Select((button, column) => (button.Press, Column: column))).Where(cell => cell.Press is DayPress).ToList();

            Assert.Equal(Enumerable.Range(1, DateTime.DaysInMonth(month.Year, month.Month)), days.Select(cell => ((DayPress)cell.Press!).Day.Day));
            Assert.All(days, cell => Assert.Equal((((int)((DayPress)cell.Press!).Day.DayOfWeek + 6) % 7) + 1, cell.Column));
            Assert.All(rows.SelectMany(row => row).Where(button => button.Press is WeekPress), button =>
                Assert.Equal("н" + ISOWeek.GetWeekOfYear(((WeekPress)button.Press!).First.ToDateTime(default)).ToString(CultureInfo.InvariantCulture), button.Label));
            Assert.True(rows.Sum(row => row.Count) <= 62 && rows.All(row => row.Count <= 8) && rows.All(row => row.All(button => button.Label.Length > 0)));
        });

    [Fact]
    public void Today_opens_its_month_and_the_arrows_the_months_beside()
    {
        var rows = Grid(new(2027, 1, 31)).Rows(day => new DayPress(day), first => new MonthPress(first));

        Assert.Equal<object?>(
            [new MonthPress(new(2026, 12, 1)), new MonthPress(new(2026, 11, 1)), new MonthPress(new(2027, 2, 1))], rows[^1].Select(button => button.Press));
        Assert.Equal(7, rows[1].Count);
    }

    [Theory]
    [InlineData("0001-01-15")]
    [InlineData("9999-12-15")]
    public void The_ends_of_the_calendar_have_no_arrow_beyond(string month)
    {
        var rows = Labels(Grid(DateOnly.Parse(month, CultureInfo.InvariantCulture)));

        Assert.Single(rows[^1], "·");
    }

    [Fact]
    public void A_month_outside_the_limits_is_replaced_by_the_nearest() =>
        Assert.Equal(
            (new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1)),
            ((Grid(new(2020, 1, 1)) with { Earliest = new(2026, 11, 23) }).Shown, (Grid(new(2030, 1, 1)) with { Latest = new(2026, 12, 23) }).Shown));

    private static MonthGrid Grid(DateOnly month) => new() { Text = Russian, Month = month, Today = new(2026, 11, 23) };

    private static List<List<string>> Labels(MonthGrid grid) =>
        [.. grid.Rows(day => new DayPress(day), first => new MonthPress(first), week => new WeekPress(week)).Select(row => row.Select(button => button.Label).ToList())];

    [Callback("day")]
    private readonly record struct DayPress(DateOnly Day);

    [Callback("month")]
    private readonly record struct MonthPress(DateOnly First);

    [Callback("week")]
    private readonly record struct WeekPress(DateOnly First);
}
