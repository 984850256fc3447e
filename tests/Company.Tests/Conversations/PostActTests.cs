using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.Conversations;

/// <summary>Who holds which post, as people change it in the chat.</summary>
public sealed class PostActTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    [Fact]
    public async Task The_owner_appoints_a_member_to_a_vacant_post_and_the_member_is_told_in_their_language()
    {
        var (firm, anna) = await FoundAsync("Назначение");
        var boris = await firm.HireAsync("Boris", "en");
        await OpenPostAsync(anna, 6);
        Chats.Has(anna, "📌 6 · ", "Anna, временно");
        await anna.PressAsync("👤 Назначить");
        Chats.Has(anna, "Кого назначить?", "Пост 6 · ");
        await anna.PressAsync("Boris");
        Chats.Has(anna, "Назначить на пост?", "Кого: Boris");
        await anna.TapTwiceAsync("✅ Назначить");
        Chats.Has(anna, "📌 6 · ", "На посту: Boris 🎓 вводится");
        Assert.Equal(1, await Chats.AuditsAsync(company, firm, "post.appointed"));

        await Chats.ToldAsync(company, boris, "You are appointed to post 6", "Head of Sales", "Appointed by Anna");
        await boris.PressAsync("Open the post");
        Chats.Has(boris, "📌 6 · ", "Holder: Boris 🎓 in training");
        Assert.False(boris.Screen.HasButton("Replace"));
        Assert.False(boris.Screen.HasButton("Free"));
    }

    [Theory]
    [InlineData("ru", "🔄 Заменить", "Сейчас: Boris", "✅ Заменить", "На посту: Vera", "Пост 6 · ", "назначены на пост 6")]
    [InlineData("en", "🔄 Replace", "Now: Boris", "✅ Replace", "Holder: Vera", "has a new holder", "appointed to post 6")]
    public async Task Assigning_an_occupied_position_asks_to_replace_and_both_are_told(
        string language, string replace, string now, string yes, string holder, string lost, string won)
    {
        var firm = await Chats.FoundAsync(company, "Замена " + language, language);
        var boris = await firm.HireAsync("Boris", 6, language);
        var vera = await firm.HireAsync("Vera", language);
        await OpenPostAsync(firm.Owner, 6);
        await firm.Owner.PressAsync(replace);
        await firm.Owner.PressAsync("Vera");
        Chats.Has(firm.Owner, now);
        await firm.Owner.PressAsync(yes);
        Chats.Has(firm.Owner, holder);
        await Chats.ToldAsync(company, boris, lost, "Vera");
        await Chats.ToldAsync(company, vera, won);
        Assert.Equal(1, await Chats.AuditsAsync(company, firm, "post.replaced"));
    }

    [Fact]
    public async Task Of_two_replacements_the_second_sees_who_holds_the_post_now()
    {
        var (firm, anna) = await FoundAsync("Двое");
        await firm.HireAsync("Boris", 6, "ru");
        await firm.HireAsync("Vera", "ru");
        var egor = await firm.HireAsync("Egor", 19, "ru");
        foreach (var (chief, chosen) in new[] { (anna, "Vera"), (egor, "Egor") })
        {
            await OpenPostAsync(chief, 6);
            await chief.PressAsync("🔄 Заменить");
            await chief.PressAsync(chosen);
        }

        await anna.PressAsync("✅ Заменить");
        await egor.PressAsync("✅ Заменить");
        Assert.Contains("на посту Vera", egor.Toast, StringComparison.Ordinal);
        Chats.Has(egor, "Сейчас: Vera", "Будет: Egor");
    }

    [Fact]
    public async Task A_freed_post_is_vacant_and_the_former_holder_is_told()
    {
        var (firm, anna) = await FoundAsync("Освобождение");
        var boris = await firm.HireAsync("Boris", 6, "ru");
        await OpenPostAsync(anna, 6);
        await anna.PressAsync("🚪 Освободить");
        Chats.Has(anna, "Освободить пост?", "Сейчас: Boris");
        await anna.PressAsync("🚪 Освободить");
        Chats.Has(anna, "📌 6 · ", "вакантно");
        await Chats.ToldAsync(company, boris, "Вы больше не на посту 6");
    }

    [Fact]
    public async Task A_head_of_a_department_changes_the_own_unit_below_themselves_and_nothing_else()
    {
        var (firm, _) = await FoundAsync("Права");
        var maria = await firm.HireAsync("Maria", 6, "ru");
        await firm.HireAsync("Boris", "ru");
        await OpenPostAsync(maria, 6);
        Assert.False(maria.Screen.HasButton("Заменить"));
        Assert.False(maria.Screen.HasButton("Изменить"));
        await maria.PressAsync("Назад");
        await maria.PressAsync("➕ Специалист");
        await maria.SayAsync("Менеджер по продажам");
        Chats.Has(maria, "📌 22 · Менеджер по продажам", "вакантно");
        await maria.PressAsync("👤 Назначить");
        await maria.PressAsync("Boris");
        await maria.PressAsync("✅");
        Chats.Has(maria, "На посту: Boris");

        await OpenPostAsync(maria, 9);
        Assert.False(maria.Screen.HasButton("Назначить"));
        await maria.PressAsync("Назад");
        Assert.False(maria.Screen.HasButton("➕"));
    }

    [Fact]
    public async Task Who_has_lost_the_right_meanwhile_gets_a_neutral_toast_and_an_audit_line()
    {
        var (firm, anna) = await FoundAsync("Отказ");
        var egor = await firm.HireAsync("Egor", 19, "ru");
        await firm.HireAsync("Boris", "ru");
        await OpenPostAsync(egor, 6);
        await egor.PressAsync("👤 Назначить");
        await egor.PressAsync("Boris");
        await OpenPostAsync(anna, 19);
        await anna.PressAsync("🚪 Освободить");
        await anna.PressAsync("🚪 Освободить");

        await egor.PressAsync("✅ Назначить");
        Assert.Equal("Не найдено или недоступно.", egor.Toast);
        Assert.Equal(1, await Chats.AuditsAsync(company, firm, "denied:post.appointed"));
        Assert.Equal(0, await Chats.AuditsAsync(company, firm, "post.appointed"));
    }

    [Fact]
    public async Task A_person_is_chosen_by_pages_of_eight_or_by_a_search()
    {
        var (firm, anna) = await FoundAsync("Выбор");
        foreach (var number in Enumerable.Range(1, 9))
        {
            await firm.HireAsync($"Zoya {number}", "ru");
        }

        await firm.HireAsync("Boris & <Co>", "ru");
        await OpenPostAsync(anna, 6);
        await anna.PressAsync("👤 Назначить");
        Assert.Equal(8, anna.Screen.Buttons.Count(button => button.Text.Contains(" · ", StringComparison.Ordinal)));
        await anna.PressAsync("›");
        Assert.Equal(3, anna.Screen.Buttons.Count(button => button.Text.Contains(" · ", StringComparison.Ordinal)));
        await anna.PressAsync("🔎 Найти");
        await anna.SayAsync("  <co ");
        Chats.Has(anna, "Кого назначить?", "По запросу «<co» найден 1.");
        await anna.PressAsync("✖️ Показать всех");
        await anna.PressAsync("🔎 Найти");
        await anna.SayAsync("никто");
        Chats.Has(anna, "никого не нашли");
        await anna.PressAsync("🔎 Найти");
        await anna.PressAsync("❌ Отмена");
        Chats.Has(anna, "никого не нашли");
    }

    private async Task<(TestCompany Firm, ChatUser Owner)> FoundAsync(string name)
    {
        var firm = await Chats.FoundAsync(company, name, "ru");
        return (firm, firm.Owner);
    }

    private static Task OpenPostAsync(ChatUser user, int number) => Chats.OpenPostAsync(user, number);
}
