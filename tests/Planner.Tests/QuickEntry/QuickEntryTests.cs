using System.Globalization;
using CsCheck;
using DrAivBot.Planner.QuickEntry;

namespace DrAivBot.Planner.Tests.QuickEntry;

public sealed class QuickEntryTests
{
    /// <summary>Monday 23 November 2026, 12:00 in Moscow.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    private static readonly string[] Zones = ["Europe/Moscow", "Europe/Chisinau", "Asia/Kamchatka", "UTC"];

    private static readonly string[] Pieces =
    [
        "завтра", "через", "2", "часа", "каждый", "вторник", "и", "в", "15", "15:00", "10-12", "-", "до", "15.12", "с", "Ивановым", "весь", "день", "раз", "9999",
        "every", "last", "friday", "of", "the", "month", "next", "in", "at", "3pm", "for", "1h", "31", "число", "with", "Bob", "and", ",", "по", "будням", "\0", "\u202E", "👨‍👩‍👧", "00:00",
    ];

    [Theory]
    [InlineData("завтра 15:00 встреча с Ивановым 1ч", "встреча с Ивановым", "2026-11-24 15:00", "2026-11-24 16:00")]
    [InlineData("tomorrow 3pm call with Bob 1h", "call with Bob", "2026-11-24 15:00", "2026-11-24 16:00")]
    [InlineData("пн 10-12 планёрка", "планёрка", "2026-11-30 10:00", "2026-11-30 12:00")]
    [InlineData("пн 13-14 планёрка", "планёрка", "2026-11-23 13:00", "2026-11-23 14:00")]
    [InlineData("next fri 14:00-15:30 review", "review", "2026-12-04 14:00", "2026-12-04 15:30")]
    [InlineData("через 2 часа звонок", "звонок", "2026-11-23 14:00", "2026-11-23 15:00")]
    [InlineData("через полчаса кофе", "кофе", "2026-11-23 12:30", "2026-11-23 13:30")]
    [InlineData("in 90 min stand-up for 15 min", "stand-up", "2026-11-23 13:30", "2026-11-23 13:45")]
    [InlineData("совещание в пятницу в 10 на полтора часа", "совещание", "2026-11-27 10:00", "2026-11-27 11:30")]
    [InlineData("15 декабря с 10 до 12 аттестация", "аттестация", "2026-12-15 10:00", "2026-12-15 12:00")]
    [InlineData("15.12 9.30 отчёт за 3 квартала", "отчёт за 3 квартала", "2026-12-15 09:30", "2026-12-15 10:30")]
    [InlineData("dec 15 from 2pm to 3pm demo", "demo", "2026-12-15 14:00", "2026-12-15 15:00")]
    [InlineData("tomorrow 2-3pm demo", "demo", "2026-11-24 14:00", "2026-11-24 15:00")]
    [InlineData("завтра в 8 вечера ужин", "ужин", "2026-11-24 20:00", "2026-11-24 21:00")]
    [InlineData("завтра утром пробежка 30 мин", "пробежка", "2026-11-24 09:00", "2026-11-24 09:30")]
    [InlineData("18:00 спорт", "спорт", "2026-11-23 18:00", "2026-11-23 19:00")]
    [InlineData("9:00 спорт", "спорт", "2026-11-24 09:00", "2026-11-24 10:00")]
    [InlineData("завтра 22:00-01:00 дежурство", "дежурство", "2026-11-24 22:00", "2026-11-25 01:00")]
    [InlineData("Позвонить Ане через 3 дня в 11:00", "Позвонить Ане", "2026-11-26 11:00", "2026-11-26 12:00")]
    [InlineData("купить молоко", "купить молоко", "2026-11-23 13:00", "2026-11-23 14:00")]
    [InlineData("Встреча: завтра, 15:00", "Встреча", "2026-11-24 15:00", "2026-11-24 16:00")]
    [InlineData("завтра в 10:00 час чтения", "час чтения", "2026-11-24 10:00", "2026-11-24 11:00")]
    public void A_line_says_what_and_when(string typed, string title, string start, string end)
    {
        var line = Parse(typed);

        Assert.Equal((title, start, end), (line.Title, At(line.Span.Start), At(line.Span.End)));
        Assert.False(line.Span.IsAllDay);
        Assert.Null(line.Rule);
    }

    [Theory]
    [InlineData("15.12 весь день отчёт", "отчёт", "2026-12-15", "2026-12-15")]
    [InlineData("all day tomorrow inventory", "inventory", "2026-11-24", "2026-11-24")]
    [InlineData("отпуск 12–20 декабря", "отпуск", "2026-12-12", "2026-12-20")]
    [InlineData("отпуск с 28.12 по 10.01", "отпуск", "2026-12-28", "2027-01-10")]
    [InlineData("vacation from dec 28 to jan 3", "vacation", "2026-12-28", "2027-01-03")]
    [InlineData("завтра сдать отчёт", "сдать отчёт", "2026-11-24", "2026-11-24")]
    public void A_line_without_a_time_takes_whole_days(string typed, string title, string first, string last)
    {
        var line = Parse(typed);

        Assert.Equal(
            (title, first + " 00:00", true),
            (line.Title, At(line.Span.Start), line.Span.IsAllDay));
        Assert.Equal(last + " 00:00", At(line.Span.End.AddDays(-1)));
    }

    [Theory]
    [InlineData("каждый вторник 9:30 летучка", "летучка", "2026-11-24 09:30", "FREQ=WEEKLY;BYDAY=TU")]
    [InlineData("по вторникам и четвергам 9:30 летучка", "летучка", "2026-11-24 09:30", "FREQ=WEEKLY;BYDAY=TU,TH")]
    [InlineData("летучка пн, ср", "летучка ср", "2026-11-23 00:00", null)]
    [InlineData("каждые пн, ср и пт в 13 тренировка", "тренировка", "2026-11-23 13:00", "FREQ=WEEKLY;BYDAY=MO,WE,FR")]
    [InlineData("по будням 10:00-10:15 стендап", "стендап", "2026-11-24 10:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("every weekday 10am stand-up", "stand-up", "2026-11-24 10:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("every 2 weeks friday 3pm retro", "retro", "2026-11-27 15:00", "FREQ=WEEKLY;INTERVAL=2")]
    [InlineData("on tuesdays 9:30 sync 10 times", "sync", "2026-11-24 09:30", "FREQ=WEEKLY;COUNT=10;BYDAY=TU")]
    [InlineData("ежедневно 21:00 вода до 15.12", "вода", "2026-11-23 21:00", "FREQ=DAILY;UNTIL=20261215T235959")]
    [InlineData("каждый день в 8 зарядка", "зарядка", "2026-11-24 08:00", "FREQ=DAILY")]
    [InlineData("каждую последнюю пятницу месяца 16:00 итоги", "итоги", "2026-11-27 16:00", "FREQ=MONTHLY;BYDAY=-1FR")]
    [InlineData("every first monday of the month 10:00 board", "board", "2026-12-07 10:00", "FREQ=MONTHLY;BYDAY=1MO")]
    [InlineData("каждое 31 число 12:00 сверка", "сверка", "2026-12-31 12:00", "FREQ=MONTHLY")]
    [InlineData("ежегодно 1 мая праздник", "праздник", "2027-05-01 00:00", "FREQ=YEARLY")]
    public void A_line_says_how_often(string typed, string title, string start, string? rule)
    {
        var line = Parse(typed);

        Assert.Equal((title, start, rule), (line.Title, At(line.Span.Start), line.Rule?.ToString()));
    }

    [Theory]
    [InlineData("завтра 15:00 встреча с Ивановым и Петровой Ольгой", "Ивановым/Иванов", "Петровой Ольгой/Петров Ольг")]
    [InlineData("tomorrow 3pm call with Bob, Alice Smith and Иваном", "Bob/Bob", "Alice Smith/Alice Smith", "Иваном/Иван")]
    [InlineData("обед со Светланой завтра", "Светланой/Светлан")]
    [InlineData("с 10 до 12 работа с документами")]
    [InlineData("завтра кофе с @anna", "anna/anna")]
    public void Who_may_be_meant_is_named(string typed, params string[] people) =>
        Assert.Equal(people, Parse(typed).People.Select(one => $"{one.Said}/{one.Stem}"));

    [Theory]
    [InlineData("напомни мне завтра в 9:00 позвонить маме", "Reminder", "позвонить маме")]
    [InlineData("remind me to call mum tomorrow at 9", "Reminder", "call mum")]
    [InlineData("дедлайн по отчёту 15.12", "Deadline", "дедлайн по отчёту")]
    [InlineData("задача завтра 10:00 смета", "Task", "задача смета")]
    [InlineData("отпуск 12–20 декабря", "Absence", "отпуск")]
    [InlineData("отпускать птиц завтра в 10:00", "Meeting", "отпускать птиц")]
    public void The_kind_is_told_by_its_words(string typed, string kind, string title) =>
        Assert.Equal((kind, title), (Parse(typed).Kind.ToString(), Parse(typed).Title));

    [Fact]
    public void The_day_is_that_of_the_zone_of_who_typed()
    {
        var late = new DateTimeOffset(2026, 11, 23, 20, 0, 0, TimeSpan.Zero);

        Assert.Equal("2026-11-24 15:00", At(QuickEntryParser.Parse("завтра 15:00", late, Moscow).Span.Start));
        Assert.Equal("2026-11-25 15:00", At(QuickEntryParser.Parse("завтра 15:00", late, TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty")).Span.Start));
    }

    [Fact]
    public void A_title_has_at_most_200_characters() => Assert.Equal(200, Parse("завтра 10:00 " + new string('ж', 900)).Title.Length);

    [Fact]
    public void No_text_throws_and_every_line_has_an_end_after_its_start() =>
        Gen.Select(
            Gen.OneOf(Gen.String[0, 300], Gen.Int[0, Pieces.Length - 1].Array[0, 14].Select(picked => string.Join(' ', picked.Select(index => Pieces[index])))),
            Gen.Int[0, 80_000], Gen.Int[0, Zones.Length - 1].Select(index => Zones[index]))
        .Sample((typed, hours, zone) =>
        {
            var line = QuickEntryParser.Parse(typed, Now.AddHours(hours), TimeZoneInfo.FindSystemTimeZoneById(zone));
            Assert.True(line.Span.End > line.Span.Start);
            Assert.True(line.Span.IsAllDay == (line.Span.IsAllDay && line.Span.Start.TimeOfDay == TimeSpan.Zero));
            Assert.True(line.Title.Length <= typed.Length && new StringInfo(line.Title).LengthInTextElements <= 200 && !line.Title.Any(char.IsControl));
            Assert.True(line.Rule is null || line.Rule.IsValid);
        }, iter: 20_000);

    [Fact]
    public void A_day_and_a_span_of_hours_are_read_wherever_they_stand() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[0, 22], Gen.Int[0, 11], Gen.Int[0, 2]).Sample((ahead, hour, part, place) =>
        {
            var day = new DateOnly(2026, 11, 24).AddDays(ahead);
            var (from, until) = (new TimeOnly(hour, part * 5), new TimeOnly(hour + 1, part * 5));
            string[] words = [day.ToString("dd.MM", CultureInfo.InvariantCulture), $"{from:HH:mm}-{until:HH:mm}"];
            var typed = place switch { 0 => $"{words[0]} {words[1]} планёрка", 1 => $"планёрка {words[0]} {words[1]}", _ => $"{words[1]} планёрка {words[0]}" };

            var line = Parse(typed);

            Assert.Equal((day.ToDateTime(from), day.ToDateTime(until), "планёрка"), (line.Span.Start, line.Span.End, line.Title));
        });

    private static QuickLine Parse(string typed) => QuickEntryParser.Parse(typed, Now, Moscow);

    private static string At(DateTime local) => local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("каждый день рождения отмечаем в офисе")]
    [InlineData("every voice counts")]
    [InlineData("Каждая минута важна")]
    public void A_title_that_only_begins_like_a_rule_stays_a_title(string line)
    {
        var read = QuickEntryParser.Parse(line, new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc);
        Assert.Null(read.Rule);
        Assert.Equal(line, read.Title);
    }

    [Fact]
    public void The_words_of_a_rule_are_told_and_can_be_left_in_the_title()
    {
        var now = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("каждый вторник", QuickEntryParser.Parse("каждый вторник 9:30 летучка", now, TimeZoneInfo.Utc).RuleSaid);
        var read = QuickEntryParser.Parse("Каждый день открытых дверей 9:30", now, TimeZoneInfo.Utc, readsRules: false);
        Assert.Equal(("Каждый день открытых дверей", null), (read.Title, read.Rule));
    }
}
