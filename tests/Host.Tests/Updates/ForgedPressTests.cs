using System.Text.Json.Nodes;

namespace DrAivBot.Host.Tests.Updates;

/// <summary>Callback data is untrusted: whatever was not made for this person, chat, company and screen does nothing.</summary>
public sealed class ForgedPressTests(NotesHost notes) : IClassFixture<NotesHost>
{
    private const string Outdated = "Экран устарел. Вот свежий.";

    [Fact]
    public async Task Another_persons_button_does_nothing()
    {
        var anna = await notes.OwnerWithNotesAsync("Анна", "Тайна");
        await anna.PressAsync("Тайна");
        var boris = await notes.OwnerWithNotesAsync("Борис", "Своё");
        notes.Time.Ahead += TimeSpan.FromSeconds(4);
        await boris.PressDataAsync(anna.Screen.Button("Удалить").Data!);

        Assert.Equal(Outdated, boris.Toast);
        Assert.Equal(["Тайна"], await notes.NotesOfAsync(anna));
        Assert.Equal(["Своё"], await notes.NotesOfAsync(boris));
        Assert.DoesNotContain(boris.Messages, message => message.Text.Contains("Тайна", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_button_of_the_company_that_is_not_active_does_nothing()
    {
        var anna = await notes.OwnerWithNotesAsync("Анна", "Из первой");
        await anna.PressAsync("Из первой");
        var first = anna.Screen;
        await anna.RegisterCompanyAsync("Вторая");
        await anna.PressOldAsync(first, "Удалить");

        Assert.Equal(Outdated, anna.Toast);
        Assert.Equal(["Из первой"], await notes.NotesOfAsync(anna));
        await anna.SayAsync("/notes");
        Assert.Contains("Заметок нет.", anna.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_changed_character_anywhere_makes_a_press_worthless()
    {
        var anna = await notes.OwnerWithNotesAsync("Анна", "Молоко");
        await anna.PressAsync("Молоко");
        var note = anna.Screen;
        var data = note.Button("Удалить").Data!;
        var forged = Enumerable.Range(0, data.Length)
            .Select(at => data[..at] + (data[at] == 'A' ? 'B' : 'A') + data[(at + 1)..])
            .ToList();
        await anna.PressManyAsync(forged, note);
        Assert.True(anna.Answered);
        Assert.Equal(["Молоко"], await notes.NotesOfAsync(anna));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("0123456789abcdef")]
    [InlineData("<b>&\"'")]
    [InlineData("Ωمرحبا😀")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Invented_data_is_answered_like_an_old_button(string data)
    {
        var anna = await notes.Chat.NewUserAsync("Анна", "ru");
        await anna.StartAsync();
        notes.Time.Ahead += TimeSpan.FromSeconds(4);
        await anna.PressDataAsync(data);
        Assert.Equal(Outdated, anna.Toast);
        Assert.Contains("Здравствуйте", anna.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_without_its_message_is_answered_with_a_fresh_screen()
    {
        var anna = await notes.Chat.NewUserAsync("Анна", "ru");
        await anna.StartAsync();
        notes.Time.Ahead += TimeSpan.FromSeconds(4);
        var update = await notes.Chat.SendUpdateAsync(new()
        {
            ["callback_query"] = new JsonObject
            {
                ["id"] = "77",
                ["from"] = new JsonObject { ["id"] = anna.Id, ["is_bot"] = false, ["first_name"] = "Анна", ["language_code"] = "ru" },
                ["chat_instance"] = "1",
                ["data"] = "x",
            },
        });
        await notes.Chat.SettleAsync([update!.Value], anna.Id, anna.Id);
        await anna.RefreshAsync();
        Assert.Equal(2, anna.Messages.Count(message => message.FromBot));
    }
}
