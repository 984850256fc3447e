using CsCheck;
using DrAivBot.Host.Texts;
using DrAivBot.Texts;

namespace DrAivBot.Host.Tests.Texts;

public sealed class TimeTextTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 18, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("ru", "Asia/Almaty", "30 ноября, 00:30", "пн, 30 ноября, 00:30", "30 ноября, 00:30–02:00", "30 ноября, 00:30 – 1 декабря, 00:30")]
    [InlineData("en", "Asia/Almaty", "30 November, 00:30", "Mon, 30 November, 00:30", "30 November, 00:30–02:00", "30 November, 00:30 – 1 December, 00:30")]
    [InlineData("ru", "UTC", "29 ноября, 19:30", "вс, 29 ноября, 19:30", "29 ноября, 19:30–21:00", "29 ноября, 19:30 – 30 ноября, 19:30")]
    public void An_instant_is_said_in_the_readers_language_and_zone(string language, string zone, string instant, string inWords, string span, string overDays)
    {
        var text = Text(language, zone);
        var at = new DateTimeOffset(2026, 11, 29, 19, 30, 0, TimeSpan.Zero);

        Assert.Equal(instant, text.FormatInstant(at, Now));
        Assert.Equal(inWords, text.FormatInstantInWords(at, Now));
        Assert.Equal(span, text.FormatSpan(at, at.AddMinutes(90), Now));
        Assert.Equal(overDays, text.FormatSpan(at, at.AddDays(1), Now));
    }

    [Theory]
    [InlineData("ru", "сегодня", "завтра", "вчера", "ср, 25 ноября", "пт, 1 января 2027")]
    [InlineData("en", "today", "tomorrow", "yesterday", "Wed, 25 November", "Fri, 1 January 2027")]
    public void Near_days_are_said_in_words(string language, string today, string tomorrow, string yesterday, string other, string otherYear)
    {
        var text = Text(language);

        Assert.Equal(
            [today, tomorrow, yesterday, other, otherYear],
            new[] { Today, Today.AddDays(1), Today.AddDays(-1), Today.AddDays(2), new(2027, 1, 1) }.Select(day => text.FormatDayInWords(day, Today)));
    }

    [Fact]
    public void The_readers_own_midnight_decides_what_today_is()
    {
        var (almaty, moscow) = (Text("ru", "Asia/Almaty"), Text("ru", "Europe/Moscow"));
        var evening = new DateTimeOffset(2026, 11, 23, 20, 0, 0, TimeSpan.Zero);

        Assert.Equal("завтра, 01:00", almaty.FormatInstantInWords(evening, Now.AddHours(-2)));
        Assert.Equal("сегодня, 23:00", moscow.FormatInstantInWords(evening, Now.AddHours(-2)));
    }

    [Theory]
    [InlineData("ru", "12–20 мая 2026", "28 апреля – 3 мая 2026", "28 декабря 2026 – 3 января 2027", "12 мая 2026", "с 12 мая 2026, бессрочно", "Май 2026")]
    [InlineData("en", "12–20 May 2026", "28 April – 3 May 2026", "28 December 2026 – 3 January 2027", "12 May 2026", "from 12 May 2026 until further notice", "May 2026")]
    public void Periods_name_month_and_year_once(string language, string month, string year, string years, string day, string since, string title)
    {
        var text = Text(language);
        var first = new DateOnly(2026, 5, 12);

        Assert.Equal(month, text.FormatDays(first, new(2026, 5, 20)));
        Assert.Equal(year, text.FormatDays(new(2026, 4, 28), new DateOnly(2026, 5, 3)));
        Assert.Equal(years, text.FormatDays(new(2026, 12, 28), new DateOnly(2027, 1, 3)));
        Assert.Equal(day, text.FormatDays(first, first));
        Assert.Equal(since, text.FormatDays(first, null));
        Assert.Equal(title, text.FormatMonth(first));
    }

    [Theory]
    [InlineData("ru", 90, "1 ч 30 мин")]
    [InlineData("ru", 2 * 1440, "2 дня")]
    [InlineData("ru", (5 * 1440) + 60, "5 дней 1 ч")]
    [InlineData("en", 1440 + 1, "1 day 1 min")]
    [InlineData("en", 0, "1 min")]
    [InlineData("en", -30, "30 min")]
    public void Durations_leave_out_what_is_nought(string language, int minutes, string said) =>
        Assert.Equal(said, Text(language).FormatDuration(TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void A_duration_that_is_said_is_read_back() =>
        Gen.Select(Gen.Int[1, 300 * 1440], Gen.Bool).Sample((minutes, isRussian) =>
        {
            var said = Text(isRussian ? "ru" : "en").FormatDuration(TimeSpan.FromMinutes(minutes));
            Assert.True(TypedDuration.TryRead(said, out var read), said);
            Assert.Equal(minutes, (int)read.TotalMinutes);
        });

    private static ModuleText Text(string language, string zone = "UTC") =>
        new(TextCatalogue.LoadCore(), TextCatalogue.LoadCore(), Language.For(language), ReaderZone.Find(zone));
}
