using DrAivBot.Host.Dialogs;
using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Tests.Dialogs;

public sealed class DayStepTests
{
    [Fact]
    public async Task A_month_starts_on_Monday_marks_today_and_does_not_take_days_outside_the_limits()
    {
        using var chat = await AskAsync("day");

        Assert.Equal(["Ноябрь 2026", "пн", "вт", "ср", "чт", "пт", "сб", "вс"], chat.Labels.Take(8));
        Assert.Equal(["·", "·", "·", "·", "·", "·", "·"], Row(chat, 2));
        Assert.Equal(["[23]", "24", "25", "26", "27", "28", "29"], Row(chat, 6));
        Assert.Equal(["30", "·", "·", "·", "·", "·", "·"], Row(chat, 7));
        Assert.Equal(["·", "Сегодня", "›"], Row(chat, 8));
        Assert.All(chat.Buttons.Where(button => button.Label == "·"), button => Assert.Equal(DialogOp.Page, ((DialogPress)button.Press!).Op));
    }

    [Theory]
    [InlineData("ru", "Декабрь 2026", "15 декабря 2026")]
    [InlineData("en", "December 2026", "15 December 2026")]
    public async Task A_day_is_found_by_turning_months_and_taken_by_one_press(string language, string month, string day)
    {
        using var chat = await AskAsync("day", Language.For(language));
        await chat.PressAsync("›");
        Assert.Equal(month, chat.Labels[0]);
        await chat.PressAsync("15");

        Assert.Contains(day, chat.Body, StringComparison.Ordinal);
        Assert.Equal("*", chat.Stored!.Step);
    }

    [Theory]
    [InlineData("завтра", "24 ноября 2026")]
    [InlineData("15.12", "15 декабря 2026")]
    [InlineData("15 декабря", "15 декабря 2026")]
    [InlineData("dec 15", "15 декабря 2026")]
    [InlineData("2026-12-15", "15 декабря 2026")]
    [InlineData("  Через неделю. ", "30 ноября 2026")]
    public async Task A_day_can_be_typed(string typed, string day)
    {
        using var chat = await AskAsync("day");
        await chat.TypeAsync(typed);

        Assert.Contains(day, chat.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("в мае", "Не получилось прочитать дату. Нажмите на день или напишите, например: 24.11.")]
    [InlineData("31.02.2027", "Не получилось прочитать дату")]
    [InlineData("22.11.2026", "Слишком рано. Самый ранний день: 23 ноября 2026.")]
    [InlineData("1.4", "Слишком поздно. Самый поздний день: 31 марта 2027.")]
    [InlineData("воскресенье", "По воскресеньям закрыто.")]
    public async Task A_day_that_is_not_taken_is_refused_with_the_reason_and_asked_again(string typed, string reason)
    {
        using var chat = await AskAsync("day");
        await chat.TypeAsync(typed);

        Assert.Contains("⚠️ " + reason, chat.Body, StringComparison.Ordinal);
        Assert.Equal("day", chat.Stored!.Step);
    }

    [Fact]
    public async Task Turning_months_stops_at_the_limits_and_today_answers()
    {
        using var chat = await AskAsync("day");
        foreach (var month in new[] { "Декабрь 2026", "Январь 2027", "Февраль 2027", "Март 2027" })
        {
            await chat.PressAsync("›");
            Assert.Equal(month, chat.Labels[0]);
        }

        Assert.DoesNotContain("›", chat.Labels);
        await chat.PressAsync("Сегодня");
        Assert.Contains("23 ноября 2026", chat.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_the_limits_no_longer_take_is_asked_again_before_the_review_is_acted_on()
    {
        var dialog = new VisitDialog("day");
        using var chat = await Conversation.BeginAsync(dialog, new Visit(), VisitJson.Default);
        await chat.TypeAsync("завтра");
        dialog.Bounds = new() { Earliest = new(2026, 11, 25) };
        await chat.PressAsync("✅");

        Assert.Equal("day", chat.Stored!.Step);
        Assert.Empty(dialog.Completed);
        await chat.PressAsync("25");
        await chat.PressAsync("✅");
        Assert.Equal(new DateOnly(2026, 11, 25), Assert.Single(dialog.Completed).Day);
    }

    [Fact]
    public async Task Coming_back_shows_the_month_of_the_answer_with_a_mark_and_keeps_it_by_one_tap()
    {
        using var chat = await AskAsync("day");
        await chat.TypeAsync("15.01");
        await chat.PressAsync("✏️");

        Assert.Equal("Январь 2027", chat.Labels[0]);
        Assert.Contains("✓15", chat.Labels);
        await chat.PressAsync("Оставить: 15 января 2027");
        Assert.Equal("*", chat.Stored!.Step);
    }

    [Theory]
    [InlineData(DialogOp.Choose, "x")]
    [InlineData(DialogOp.Choose, null)]
    [InlineData(DialogOp.Choose, "99999999")]
    [InlineData(DialogOp.Choose, "739943-739944")]
    [InlineData(DialogOp.Keep, null)]
    public async Task A_press_that_stands_for_nothing_is_outdated(object op, string? value)
    {
        using var chat = await AskAsync("day");
        await chat.SendAsync(new("day", (DialogOp)op, value));

        Assert.True(chat.Last.Outdated);
        Assert.Equal("day", chat.Stored!.Step);
    }

    [Theory]
    [InlineData("9999999")]
    [InlineData("0")]
    [InlineData("-1")]
    public async Task No_month_that_can_be_asked_for_breaks_the_screen(string page)
    {
        using var chat = await AskAsync("day");
        await chat.SendAsync(new("day", DialogOp.Page, page));

        Assert.Equal("day", chat.Stored!.Step);
        Assert.Contains("2026", chat.Labels[0] + "2026", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_is_taken_by_two_presses_in_either_order_also_over_two_months()
    {
        using var chat = await AskAsync("period");
        await (await chat.PressAsync("›")).PressAsync("5");
        Assert.Contains("Первый день: <b>5 декабря 2026</b>", chat.Body, StringComparison.Ordinal);
        Assert.Contains("✓5", chat.Labels);
        await (await chat.PressAsync("‹")).PressAsync("28");

        Assert.Equal("*", chat.Stored!.Step);
        Assert.Contains("\"From\":\"2026-11-28\",\"Until\":\"2026-12-05\"", chat.Stored.State, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("28.11–05.12", "2026-11-28", "2026-12-05")]
    [InlineData("с 1 по 5 декабря", "2026-12-01", "2026-12-05")]
    [InlineData("завтра - пятница", "2026-11-24", "2026-11-27")]
    [InlineData("from 28 nov to dec 5", "2026-11-28", "2026-12-05")]
    [InlineData("завтра", "2026-11-24", "2026-11-24")]
    public async Task A_period_can_be_typed(string typed, string from, string until)
    {
        using var chat = await AskAsync("period");
        await chat.TypeAsync(typed);

        Assert.Contains($"\"From\":\"{from}\",\"Until\":\"{until}\"", chat.Stored!.State, StringComparison.Ordinal);
        Assert.Equal("*", chat.Stored.Step);
    }

    [Theory]
    [InlineData("как-нибудь", "Не получилось прочитать даты. Нажмите на первый и последний день или напишите так: 24.11–01.12.")]
    [InlineData("5.12.2026 - 1.12.2026", "Последний день раньше первого")]
    [InlineData("1.12–31.01", "можно не больше чем 31 день подряд")]
    [InlineData("01.01.2026-02.01.2026", "Слишком рано")]
    public async Task A_period_that_is_not_taken_is_refused_with_the_reason(string typed, string reason)
    {
        using var chat = await AskAsync("period");
        await chat.TypeAsync(typed);

        Assert.Contains("⚠️ ", chat.Body, StringComparison.Ordinal);
        Assert.Contains(reason, chat.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_first_day_the_last_can_be_typed_and_a_second_tap_takes_one_day()
    {
        using var chat = await AskAsync("period");
        await (await chat.PressAsync("24")).TypeAsync("26");
        Assert.Contains("\"From\":\"2026-11-24\",\"Until\":\"2026-11-26\"", chat.Stored!.State, StringComparison.Ordinal);

        using var other = await AskAsync("period");
        await (await other.PressAsync("24")).PressAsync("✓24");
        Assert.Contains("\"From\":\"2026-11-24\",\"Until\":\"2026-11-24\"", other.Stored!.State, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_refused_by_a_press_say_why_over_the_chat_and_begin_anew()
    {
        using var chat = await AskAsync("period");
        await (await chat.PressAsync("24")).PressAsync("›");
        await (await chat.PressAsync("›")).PressAsync("31");

        Assert.Equal("Слишком долго: можно не больше чем 31 день подряд.", chat.Last.Toast);
        Assert.Contains("⚠️ Слишком долго", chat.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Первый день", chat.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(chat.Labels, label => label.StartsWith('✓'));
    }

    [Fact]
    public async Task A_press_of_the_last_day_on_a_screen_before_the_first_is_outdated()
    {
        using var chat = await AskAsync("period");
        await chat.SendAsync(new("period", DialogOp.Choose, "739943-739944"));

        Assert.True(chat.Last.Outdated);
        Assert.Equal("period", chat.Stored!.Step);
    }

    private static Task<Conversation> AskAsync(string step, Language? language = null) =>
        Conversation.BeginAsync(new VisitDialog(step), new Visit(), VisitJson.Default, language);

    private static IEnumerable<string> Row(Conversation chat, int number) => chat.Last.Screen!.Rows[number].Select(button => button.Label);
}
