namespace DrAivBot.Host.Tests.Updates;

public sealed class StaleButtonTests(NotesHost notes) : IClassFixture<NotesHost>
{
    private const string Outdated = "Экран устарел. Вот свежий.";

    [Fact]
    public async Task A_button_of_an_older_message_says_so_and_its_message_shows_the_present_screen()
    {
        var anna = await notes.OwnerWithNotesAsync("Анна", "Молоко");
        var old = anna.Screen;
        await anna.SayAsync("/structure");
        await anna.PressOldAsync(old, "Молоко");

        Assert.Equal(Outdated, anna.Toast);
        Assert.Equal(old.Id, anna.Screen.Id);
        Assert.Contains("Структура компании", anna.Screen.Text, StringComparison.Ordinal);
        Assert.Single(anna.Messages, message => message.Buttons.Count > 0);
    }

    [Fact]
    public async Task A_second_tap_within_three_seconds_is_quiet_and_a_later_one_is_told()
    {
        var anna = await notes.OwnerWithNotesAsync("Анна", "Молоко");
        var list = anna.Screen;
        await anna.PressAsync("Молоко");
        await anna.PressOldAsync(list, "Молоко");
        Assert.True(anna.Answered);
        Assert.Null(anna.Toast);

        notes.Time.Ahead += TimeSpan.FromSeconds(4);
        await anna.PressOldAsync(list, "Молоко");
        Assert.Equal(Outdated, anna.Toast);
        Assert.StartsWith("Молоко", anna.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_quick_taps_on_ways_to_somewhere_the_last_wins()
    {
        var anna = await notes.OwnerWithNotesAsync("Анна", "Молоко");
        var list = anna.Screen;
        await anna.PressManyAsync([list.Button("Молоко").Data!, list.Button("Меню").Data!], list);

        Assert.Contains("Владелец", anna.Screen.Text, StringComparison.Ordinal);
        Assert.Null(anna.Toast);
    }

    [Fact]
    public async Task Twenty_presses_of_one_act_have_one_effect()
    {
        var anna = await notes.OwnerWithNotesAsync("Анна", "Молоко", "Хлеб");
        await anna.PressAsync("Молоко");
        var note = anna.Screen;
        await anna.PressManyAsync([.. Enumerable.Repeat(note.Button("Удалить").Data!, 20)], note);

        Assert.Equal(["Хлеб"], await notes.NotesOfAsync(anna));
        Assert.True(anna.Answered);
        Assert.Contains("Хлеб", anna.Screen.Buttons[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_of_a_session_that_ended_is_outdated()
    {
        var anna = await notes.OwnerWithNotesAsync("Анна", "Молоко");
        var list = anna.Screen;
        await notes.Host.ExecuteAsync("delete from core.sessions where telegram_id = $1", anna.Id);
        await anna.PressOldAsync(list, "Молоко");
        Assert.Equal(Outdated, anna.Toast);
        Assert.Contains("Владелец", anna.Screen.Text, StringComparison.Ordinal);
    }
}
