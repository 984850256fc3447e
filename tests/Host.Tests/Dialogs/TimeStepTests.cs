using DrAivBot.Host.Dialogs;
using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Tests.Dialogs;

public sealed class TimeStepTests
{
    [Fact]
    public async Task A_time_is_taken_by_an_hour_and_its_minutes()
    {
        using var chat = await AskAsync("time");
        Assert.Equal(24, chat.Labels.Count(label => label.EndsWith(":00", StringComparison.Ordinal)));
        await chat.PressAsync("15:00");
        Assert.Equal(["15:00", "15:05", "15:10", "15:15"], chat.Labels.Take(4));
        await chat.PressAsync("🕘 Другой час");
        await (await chat.PressAsync("16:00")).PressAsync("16:35");

        Assert.Contains("16:35", chat.Body, StringComparison.Ordinal);
        Assert.Equal("*", chat.Stored!.Step);
    }

    [Theory]
    [InlineData("15:00", "15:00")]
    [InlineData("15", "15:00")]
    [InlineData("3pm", "15:00")]
    [InlineData("в 9.30", "09:30")]
    [InlineData("8 вечера", "20:00")]
    public async Task A_time_can_be_typed(string typed, string time)
    {
        using var chat = await AskAsync("time");
        await chat.TypeAsync(typed);

        Assert.Contains(time, chat.Body, StringComparison.Ordinal);
        Assert.Equal("*", chat.Stored!.Step);
    }

    [Theory]
    [InlineData("25:00", "Не получилось прочитать время. Нажмите на час или напишите, например: 15:00.")]
    [InlineData("потом", "Не получилось прочитать время")]
    [InlineData("7:59", "Открываемся в восемь.")]
    public async Task A_time_that_is_not_taken_is_refused_with_the_reason(string typed, string reason)
    {
        using var chat = await AskAsync("time");
        await chat.TypeAsync(typed);

        Assert.Contains("⚠️ " + reason, chat.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1440")]
    [InlineData("-1")]
    [InlineData("x")]
    public async Task A_press_of_no_time_is_outdated(string value)
    {
        using var chat = await AskAsync("time");
        await chat.SendAsync(new("time", DialogOp.Choose, value));

        Assert.True(chat.Last.Outdated);
    }

    [Theory]
    [InlineData("ru", "1 ч 30 мин")]
    [InlineData("en", "1 h 30 min")]
    public async Task A_duration_is_taken_by_a_button_and_marked_when_the_user_comes_back(string language, string label)
    {
        using var chat = await AskAsync("length", Language.For(language));
        await chat.PressAsync(label);
        Assert.Contains("\"Length\":\"01:30:00\"", chat.Stored!.State, StringComparison.Ordinal);
        await chat.PressAsync("✏️");
        Assert.Contains("✓ " + label, chat.Labels);
    }

    [Theory]
    [InlineData("1ч", "01:00:00")]
    [InlineData("1,5 часа", "01:30:00")]
    [InlineData("полчаса", "00:30:00")]
    [InlineData("2h 20m", "02:20:00")]
    public async Task A_duration_can_be_typed(string typed, string length)
    {
        using var chat = await AskAsync("length");
        await chat.TypeAsync(typed);

        Assert.Contains($"\"Length\":\"{length}\"", chat.Stored!.State, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("долго", "Не получилось понять, сколько это")]
    [InlineData("11 часов", "Можно от 1 мин до 10 ч.")]
    public async Task A_duration_that_is_not_taken_is_refused_with_the_reason(string typed, string reason)
    {
        using var chat = await AskAsync("length");
        await chat.TypeAsync(typed);

        Assert.Contains("⚠️ " + reason, chat.Body, StringComparison.Ordinal);
    }

    private static Task<Conversation> AskAsync(string step, Language? language = null) =>
        Conversation.BeginAsync(new VisitDialog(step), new Visit(), VisitJson.Default, language);
}
