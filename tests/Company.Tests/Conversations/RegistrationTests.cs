using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.Conversations;

/// <summary>The way from /start to the owner's post, as a person walks it.</summary>
public sealed class RegistrationTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    [Fact]
    public async Task A_founder_registers_in_russian_and_finds_themselves_on_post_21()
    {
        var anna = await company.Chat.NewUserAsync("Анна", "ru");
        await anna.StartAsync();
        Has(anna, "Здравствуйте, Анна!", "С чего начнём?");
        Assert.Equal(["🚀 Создать компанию", "📩 У меня есть приглашение", "🌐 Язык", "❓ Как пользоваться"], Labels(anna));

        await anna.PressAsync("Создать компанию");
        Has(anna, "Шаг 1 из 3", "Как называется ваша компания?", "От 2 до 120 знаков");
        await anna.SayAsync("ООО «Ромашка»");
        Has(anna, "Шаг 2 из 3", "В каком часовом поясе работает компания?");
        await anna.PressAsync("Москва +3");
        Has(anna, "Шаг 3 из 3", "В какой валюте вы считаете деньги?");
        await anna.PressAsync("RUB · российский рубль");
        Has(anna, "Всё верно?", "Название: ООО «Ромашка»", "Москва · UTC+3", "RUB · российский рубль", "7 отделений, 21 отдел и 21 пост");

        await anna.PressAsync("✅ Создать");
        Assert.Equal("Компания создана", anna.Toast);
        Has(anna, "Компания «ООО «Ромашка»» создана", "Ваш пост: 21 · ", "Остальные 20 постов пока тоже за вами", "Что дальше?");

        await anna.PressAsync("Мои посты");
        Has(anna, "У вас 21 пост.", "Из них 20 — временно");
        Assert.StartsWith("✅ 21 · ", Labels(anna)[0], StringComparison.Ordinal);
        await anna.PressAsync("✅ 21 · ");
        Has(anna, "📌 21 · ", "На посту: Анна", "Выше никого нет");

        await anna.PressAsync("🏠 Меню");
        Has(anna, "ООО «Ромашка»", "Владелец");
        Assert.Equal(21, await CountAsync(anna, "core.positions"));
        Assert.Equal(21, await CountAsync(anna, "core.departments"));
        Assert.Equal(7, await CountAsync(anna, "core.divisions"));
        Assert.Equal(1, await CountAsync(anna, "core.members"));
        Assert.Equal(20, await company.Host.QueryAsync<long>(
            $"select count(*) from core.holdings where is_temporary and user_id = {UserOf(anna)}"));
    }

    [Fact]
    public async Task A_founder_registers_in_english_and_finds_themselves_on_post_21()
    {
        var john = await company.Chat.NewUserAsync("John", "en-GB");
        await john.StartAsync();
        Has(john, "Hello, John!", "Where shall we start?");

        await john.PressAsync("Create a company");
        Has(john, "Step 1 of 3", "What is your company called?");
        await john.SayAsync("North Wind");
        Has(john, "Step 2 of 3", "Which time zone does the company work in?");
        await john.SayAsync("berlin");
        Has(john, "Step 3 of 3", "Which currency do you count money in?");
        Assert.StartsWith("EUR", Labels(john)[0], StringComparison.Ordinal);
        await john.SayAsync("usd");
        Has(john, "Is everything right?", "Name: North Wind", "Berlin · UTC", "USD · US dollar");

        await john.PressAsync("✅ Create");
        Assert.Equal("The company is created", john.Toast);
        Has(john, "North Wind is created", "Your post: 21 · ", "The other 20 posts are yours for the time being");
        await john.PressAsync("My posts");
        await john.PressAsync("✅ 21 · ");
        Has(john, "Holder: John", "Nobody is above");
        Assert.DoesNotContain(john.Messages.Where(message => message.FromBot), message => message.Text.Any(c => c is >= 'а' and <= 'я'));
    }

    [Fact]
    public async Task The_language_is_chosen_on_the_first_screen_and_kept()
    {
        var user = await company.Chat.NewUserAsync("Olga", "de");
        await user.StartAsync();
        Has(user, "Hello, Olga!");
        await user.PressAsync("Language");
        Assert.Equal(["Русский", "✓ English", "◀️ Back", "🏠 Menu"], Labels(user));

        await user.PressAsync("Русский");
        Assert.Equal("Готово, дальше по-русски.", user.Toast);
        Has(user, "Здравствуйте, Olga!");
        await user.PressAsync("Язык");
        Assert.Contains("✓ Русский", Labels(user));
        await company.Host.ExecuteAsync("delete from core.sessions where telegram_id = $1", user.Id);
        await user.StartAsync();
        Has(user, "Здравствуйте, Olga!");
    }

    [Theory]
    [InlineData("Ю", "Название слишком короткое")]
    [InlineData("2024", "нет ни одной буквы")]
    [InlineData("!!! ??? ...", "нет ни одной буквы")]
    [InlineData("Северный\nветер", "одной строкой")]
    [InlineData("Северный\u0007ветер", "невидимые служебные символы")]
    [InlineData("\u200B\u200B\u202E", "Ответ пустой")]
    public async Task A_name_has_at_least_one_letter_and_control_characters_are_refused(string name, string reason)
    {
        var anna = await AtNameAsync("Анна");
        await anna.SayRawAsync(name);
        Has(anna, "⚠️", reason, "Как называется ваша компания?");
        await anna.SayAsync("Ромашка");
        Has(anna, "Шаг 2 из 3");
    }

    [Fact]
    public async Task A_name_has_2_to_120_characters()
    {
        var boris = await AtNameAsync("Борис");
        await boris.SayAsync("Ю");
        Has(boris, "Название слишком короткое");
        await boris.SayAsync("Юг");
        Has(boris, "Шаг 2 из 3");
        var anna = await AtNameAsync("Анна");
        await anna.SayAsync(new string('Я', 121));
        Has(anna, "Название слишком длинное", "120 знаков");
        await anna.SayAsync(new string('Я', 120));
        Has(anna, "Шаг 2 из 3");
        await anna.PressAsync("Москва");
        await anna.PressAsync("RUB");
        await anna.PressAsync("✅");
        Assert.Equal("Компания создана", anna.Toast);
    }

    [Fact]
    public async Task Equal_names_of_different_companies_are_allowed()
    {
        var anna = await company.Chat.NewOwnerAsync("Анна", "ru", "Тёзки");
        var boris = await company.Chat.NewOwnerAsync("Борис", "ru", "Тёзки");
        Has(anna, "Компания «Тёзки» создана");
        Has(boris, "Компания «Тёзки» создана");
    }

    [Fact]
    public async Task Back_leads_one_question_back_and_keeps_what_was_answered()
    {
        var anna = await AtReviewAsync("Анна", "Ромашка");
        await anna.PressAsync("Назад");
        Has(anna, "Шаг 3 из 3");
        Assert.Contains(Labels(anna), label => label.StartsWith("✓ RUB", StringComparison.Ordinal));
        await anna.PressAsync("Назад");
        Has(anna, "Шаг 2 из 3");
        Assert.Contains(Labels(anna), label => label.StartsWith("✓ Москва", StringComparison.Ordinal));
        await anna.PressAsync("Назад");
        Has(anna, "Шаг 1 из 3", "Сейчас: Ромашка");
        await anna.PressAsync("Оставить: Ромашка");
        Has(anna, "Шаг 2 из 3");
        await anna.PressAsync("Назад");
        await anna.PressAsync("Назад");
        Has(anna, "Здравствуйте");
    }

    [Theory]
    [InlineData("❌ Отмена", "Отменено. Ничего не сохранено.")]
    [InlineData("🏠 Меню", null)]
    public async Task Cancel_and_menu_leave_from_every_question_and_nothing_is_saved(string button, string? toast)
    {
        for (var steps = 0; steps < 4; steps++)
        {
            var anna = await AtStepAsync("Анна", "Ромашка", steps);
            await anna.PressAsync(button);
            Assert.Equal(toast, anna.Toast);
            Has(anna, "Здравствуйте, Анна!");
            await anna.SayAsync("Северный ветер");
            Has(anna, "Не понял");
            Assert.Equal(0, await CountAsync(anna, "core.members"));
        }
    }

    [Theory]
    [InlineData("/cancel", "Отменено.")]
    [InlineData("/menu", "Здравствуйте")]
    [InlineData("/start", "Здравствуйте")]
    [InlineData("/help", "Как пользоваться")]
    public async Task A_command_leaves_from_every_question(string command, string words)
    {
        for (var steps = 0; steps < 4; steps++)
        {
            var anna = await AtStepAsync("Анна", "Ромашка", steps);
            await anna.SayAsync(command);
            Has(anna, words);
        }
    }

    [Fact]
    public async Task From_the_review_each_answer_can_be_changed()
    {
        var anna = await AtReviewAsync("Анна", "Ромашка");
        await anna.PressAsync("✏️ Название");
        await anna.SayAsync("Лютик");
        Has(anna, "Всё верно?", "Название: Лютик");
        await anna.PressAsync("✏️ Часовой пояс");
        await anna.SayAsync("Алматы");
        Has(anna, "Алматы · UTC+5", "RUB");
        await anna.PressAsync("✏️ Валюта");
        await anna.PressAsync("Назад");
        Has(anna, "Всё верно?");
        await anna.PressAsync("✏️ Валюта");
        await anna.SayAsync("KZT");
        await anna.PressAsync("✅");
        Assert.Equal(["Лютик|Asia/Almaty|KZT"], await company.Host.ListAsync<string>(
            $"select name || '|' || time_zone || '|' || currency from core.companies where created_by = {UserOf(anna)}"));
    }

    [Fact]
    public async Task Every_time_zone_and_every_currency_can_be_chosen()
    {
        var anna = await AtStepAsync("Анна", "Ромашка", 1);
        Assert.Equal(32, await TryEveryChoiceAsync(anna, "Шаг 3 из 3"));
        await anna.PressAsync("Москва");
        Assert.Equal(20, await TryEveryChoiceAsync(anna, "Всё верно?"));
    }

    private static async Task<int> TryEveryChoiceAsync(ChatUser user, string leadsTo)
    {
        for (var tried = new HashSet<string>(); ;)
        {
            var fresh = Choices(user).FirstOrDefault(tried.Add);
            if (fresh is null && user.Screen.HasButton("›"))
            {
                await user.PressAsync("›");
                fresh = Choices(user).FirstOrDefault(tried.Add);
            }

            if (fresh is null)
            {
                return tried.Count;
            }

            await user.PressAsync(fresh);
            Has(user, leadsTo);
            await user.PressAsync("Назад");
            Assert.Contains("✓ " + fresh, Labels(user));
        }
    }

    /// <summary>What stands above the arrows of the pager: the choices alone.</summary>
    private static IEnumerable<string> Choices(ChatUser user) => Labels(user).TakeWhile(label => label != "‹")
        .Select(label => label.Replace("✓ ", "", StringComparison.Ordinal));

    private Task<ChatUser> AtNameAsync(string name) => AtStepAsync(name, "", 0);

    private Task<ChatUser> AtReviewAsync(string name, string title) => AtStepAsync(name, title, 3);

    private async Task<ChatUser> AtStepAsync(string name, string title, int answered)
    {
        var user = await company.Chat.NewUserAsync(name, "ru");
        await user.StartAsync();
        await user.PressAsync("Создать компанию");
        Func<Task>[] answers = [() => user.SayAsync(title), () => user.PressAsync("Москва"), () => user.PressAsync("RUB")];
        foreach (var answer in answers.Take(answered))
        {
            await answer();
        }

        return user;
    }

    private async Task<long> CountAsync(ChatUser user, string table) => await company.Host.QueryAsync<long>(
        $"select count(*) from {table} where company_id in (select company_id from core.members where user_id = {UserOf(user)})");

    private static string UserOf(ChatUser user) => FormattableString.Invariant($"(select id from core.users where telegram_id = {user.Id})");

    private static IReadOnlyList<string> Labels(ChatUser user) => [.. user.Screen.Buttons.Select(button => button.Text)];

    private static void Has(ChatUser user, params string[] words) => Assert.All(words, word => Assert.Contains(word, user.Screen.Text, StringComparison.Ordinal));
}
