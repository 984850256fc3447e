namespace DrAivBot.Host.Tests.Updates;

/// <summary>Names and texts that try to break a message show as they are, or cut, and every message is taken.</summary>
public sealed class HostileTextTests(NotesHost notes) : IClassFixture<NotesHost>
{
    public static TheoryData<string> Names =>
    [
        "<b>жирно</b>", "</b></i>&lt;&amp;", "<a href=\"tg://user?id=1\">я</a>", "&#0;&unknown;", "{name} {{0}} %s", "*_`[x](y)~||",
        "\u202Eкирб\u202C", "👩‍👩‍👧‍👦🇷🇺", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A", "'; drop table core.users; --", "\\\"\n\t\\",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_persons_and_a_companys_name_show_as_they_are(string name)
    {
        var user = await notes.Chat.NewUserAsync(name, "ru");
        await user.StartAsync();
        Assert.Contains("Здравствуйте", user.Screen.Text, StringComparison.Ordinal);
        await user.PressAsync("Создать компанию");
        await user.SayRawAsync("Я " + name.ReplaceLineEndings(" ").Replace('\t', ' '));
        Assert.Contains("Шаг 2 из 3", user.Screen.Text, StringComparison.Ordinal);
        await user.PressAsync("Москва");
        await user.PressAsync("RUB");
        await user.PressAsync("✅");
        await user.PressAsync("Структура");
        await user.PressAsync("7 · ");
        await user.PressAsync(" 21 · ");
        Assert.Contains("Руководитель", user.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(0, await notes.Host.QueryAsync<long>("select count(*) from core.set_aside where chat_id = $1", user.Id));
        if (name.All(c => !char.IsControl(c) && c is not ('\u202E' or '\u202C')))
        {
            Assert.Contains(name, user.Screen.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_screen_longer_than_telegram_takes_is_cut_and_keeps_its_buttons()
    {
        var anna = await notes.OwnerWithNotesAsync("Анна");
        var text = string.Join('\n', Enumerable.Range(1, 2000).Select(line => $"{line} <&> строка"));
        var id = Guid.NewGuid();
        await notes.Host.ExecuteAsync(
            "insert into notes.notes (company_id, id, text) select m.company_id, $2, $3 from core.members m join core.users u on u.id = m.user_id where u.telegram_id = $1",
            anna.Id, id, text);
        await anna.StartAsync($"note_{id}");
        Assert.InRange(anna.Screen.Text.Length, 3900, 4096);
        Assert.EndsWith("…", anna.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(["Переименовать", "Удалить", "◀️ Назад", "🏠 Меню"], anna.Screen.Buttons.Select(button => button.Text));

        await anna.PressAsync("Назад");
        await anna.SayAsync("/notes");
        Assert.Contains("Заметки", anna.Screen.Text, StringComparison.Ordinal);
        await anna.PressAsync("1 <&>");
        await anna.PressAsync("Удалить");
        Assert.Equal("Удалено", anna.Toast);
    }
}
