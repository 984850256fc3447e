using System.Globalization;
using CsCheck;
using DrAivBot.Host.Texts;
using DrAivBot.Texts;

namespace DrAivBot.Host.Tests.Texts;

public sealed class TypedDayTests
{
    /// <summary>A Monday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly Gen<DateOnly> Days = Gen.Int[new DateOnly(1990, 1, 1).DayNumber, new DateOnly(2090, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("сегодня", "2026-11-23")]
    [InlineData("Завтра!", "2026-11-24")]
    [InlineData("послезавтра", "2026-11-25")]
    [InlineData("вчера", "2026-11-22")]
    [InlineData("today", "2026-11-23")]
    [InlineData("tomorrow", "2026-11-24")]
    [InlineData("day after tomorrow", "2026-11-25")]
    [InlineData("the day after tomorrow", "2026-11-25")]
    [InlineData("пн", "2026-11-23")]
    [InlineData("вт", "2026-11-24")]
    [InlineData("в пятницу", "2026-11-27")]
    [InlineData("во вторник", "2026-11-24")]
    [InlineData("on friday", "2026-11-27")]
    [InlineData("thurs", "2026-11-26")]
    [InlineData("вск", null)]
    [InlineData("воскр.", "2026-11-29")]
    [InlineData("next fri", "2026-12-04")]
    [InlineData("в следующий понедельник", "2026-11-30")]
    [InlineData("15.12", "2026-12-15")]
    [InlineData("15.12.26", "2026-12-15")]
    [InlineData("15.12.2027", "2027-12-15")]
    [InlineData("15/12", "2026-12-15")]
    [InlineData("1.1", "2027-01-01")]
    [InlineData("29.02", "2028-02-29")]
    [InlineData("31.02", null)]
    [InlineData("31.04.2027", null)]
    [InlineData("15.13", null)]
    [InlineData("15.12.202", null)]
    [InlineData("15 декабря", "2026-12-15")]
    [InlineData("15 дек", "2026-12-15")]
    [InlineData("1 мая 2027 г.", "2027-05-01")]
    [InlineData("до 3 июня", "2027-06-03")]
    [InlineData("dec 15", "2026-12-15")]
    [InlineData("December 15th, 2027", "2027-12-15")]
    [InlineData("15th dec", "2026-12-15")]
    [InlineData("2026-12-15", "2026-12-15")]
    [InlineData("2026-2-30", null)]
    [InlineData("30", "2026-11-30")]
    [InlineData("22", "2026-12-22")]
    [InlineData("31", "2026-12-31")]
    [InlineData("15-го", "2026-12-15")]
    [InlineData("15 числа", "2026-12-15")]
    [InlineData("32", null)]
    [InlineData("0", null)]
    [InlineData("через 3 дня", "2026-11-26")]
    [InlineData("через неделю", "2026-11-30")]
    [InlineData("через две недели", "2026-12-07")]
    [InlineData("через месяц", "2026-12-23")]
    [InlineData("in 3 days", "2026-11-26")]
    [InlineData("in a week", "2026-11-30")]
    [InlineData("in 2 months", "2027-01-23")]
    [InlineData("как-нибудь", null)]
    [InlineData("завтра утром", null)]
    [InlineData("", null)]
    [InlineData("в", null)]
    public void Days_are_read_as_people_write_them(string typed, string? expected)
    {
        var isRead = TypedDay.TryRead(typed, Today, out var day);

        Assert.Equal(expected, isRead ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
    }

    [Theory]
    [InlineData("12.12–20.12", "2026-12-12", "2026-12-20")]
    [InlineData("12–20 декабря", "2026-12-12", "2026-12-20")]
    [InlineData("12-20.12", "2026-12-12", "2026-12-20")]
    [InlineData("12 - 20 dec", "2026-12-12", "2026-12-20")]
    [InlineData("с 28.12 по 3.01", "2026-12-28", "2027-01-03")]
    [InlineData("с 12.05.2090 по 20.05.2090", "2090-05-12", "2090-05-20")]
    [InlineData("from 12 May to 3 June", "2027-05-12", "2027-06-03")]
    [InlineData("2026-12-12 - 2026-12-20", "2026-12-12", "2026-12-20")]
    [InlineData("2026-12-12-2026-12-20", "2026-12-12", "2026-12-20")]
    [InlineData("сегодня - завтра", "2026-11-23", "2026-11-24")]
    [InlineData("пн-пт", "2026-11-23", "2026-11-27")]
    [InlineData("10.05.2090-01.05.2090", "2090-05-10", "2090-05-01")]
    [InlineData("12.12", "2026-12-12", "2026-12-12")]
    public void Periods_are_read_as_people_write_them(string typed, string from, string until)
    {
        Assert.True(TypedDay.TryReadPeriod(typed, Today, out var first, out var last));
        Assert.Equal((from, until), (Iso(first), Iso(last)));
    }

    [Theory]
    [InlineData("в мае")]
    [InlineData("12.12–")]
    [InlineData("–12.12")]
    [InlineData("12.12–20.12–25.12")]
    [InlineData("отпуск 12–20 декабря")]
    [InlineData("leave from 12 to 20 dec")]
    public void What_is_no_period_is_not_read(string typed) => Assert.False(TypedDay.TryReadPeriod(typed, Today, out _, out _));

    [Fact]
    public void Every_day_written_with_its_year_is_read_back_whatever_the_day_is() =>
        Gen.Select(Days, Days).Sample((day, today) =>
        {
            foreach (var typed in new[] { Iso(day), day.ToString("d.M.yyyy", CultureInfo.InvariantCulture), Text("ru").FormatDay(day), Text("en").FormatDay(day), day.ToString("MMM d, yyyy", CultureInfo.InvariantCulture) })
            {
                Assert.True(TypedDay.TryRead(typed, today, out var read), typed);
                Assert.Equal(day, read);
            }
        });

    [Fact]
    public void A_day_without_its_year_is_the_first_that_is_not_over() =>
        Gen.Select(Days, Days).Sample((day, today) =>
        {
            Assert.True(TypedDay.TryRead(day.ToString("d.M", CultureInfo.InvariantCulture), today, out var read));
            Assert.Equal((day.Month, day.Day), (read.Month, read.Day));
            Assert.InRange(read.DayNumber - today.DayNumber, 0, 366 * 8);
        });

    [Fact]
    public void A_weekday_is_within_a_week_and_next_is_in_the_week_after() =>
        Gen.Select(Days, Gen.Int[0, 6]).Sample((today, weekday) =>
        {
            var name = CultureInfo.InvariantCulture.DateTimeFormat.DayNames[weekday];
            Assert.True(TypedDay.TryRead(name, today, out var nearest));
            Assert.True(TypedDay.TryRead("next " + name, today, out var next));
            Assert.Equal((weekday, weekday), ((int)nearest.DayOfWeek, (int)next.DayOfWeek));
            Assert.InRange(nearest.DayNumber - today.DayNumber, 0, 6);
            Assert.Equal(ISOWeek.GetWeekOfYear(today.AddDays(7).ToDateTime(default)), ISOWeek.GetWeekOfYear(next.ToDateTime(default)));
        });

    [Fact]
    public void No_text_makes_reading_fail() =>
        Gen.Select(Gen.OneOf(Gen.String[0, 80], Gen.Int[0, Pieces.Length - 1].Array[0, 8].Select(picked => string.Concat(picked.Select(index => Pieces[index])))), Gen.Int[0, DateOnly.MaxValue.DayNumber])
            .Sample((typed, today) =>
            {
                TypedDay.TryRead(typed, DateOnly.FromDayNumber(today), out _);
                TypedDay.TryReadPeriod(typed, DateOnly.FromDayNumber(today), out _, out _);
                TypedTime.TryRead(typed, out _);
                TypedDuration.TryRead(typed, out var length);
                Assert.True(length >= TimeSpan.Zero);
            }, iter: 20_000);

    private static readonly string[] Pieces = ["через ", "in ", "next ", "пн", "9999", "31", ".", "-", " ", "дней", "months", "12", "2026", "ч", "мин", "pm", "дня", "–", ":", "0", "февраля", ","];

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ModuleText Text(string language) => new(TextCatalogue.LoadCore(), TextCatalogue.LoadCore(), Language.For(language));
}
