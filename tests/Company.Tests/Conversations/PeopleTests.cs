namespace DrAivBot.Company.Tests.Conversations;

/// <summary>The list of employees, their cards, absences and dismissal, as people see them in the chat.</summary>
public sealed class PeopleTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    [Fact]
    public async Task Employees_are_listed_by_eight_and_found_by_name_or_post()
    {
        var firm = await Chats.FoundAsync(company, "Список", "ru");
        foreach (var number in Enumerable.Range(1, 9))
        {
            await firm.HireAsync($"Zoya {number}", "ru");
        }

        await firm.HireAsync("Boris", 6, "ru");
        await firm.Owner.SayAsync("/people");
        Chats.Has(firm.Owner, "Сотрудники", "11 сотрудников");
        await firm.Owner.PressAsync("›");
        Assert.Equal(3, firm.Owner.Screen.Buttons.Count(button => button.Text.StartsWith("Zoya", StringComparison.Ordinal)));
        await firm.Owner.PressAsync("🔎 Найти");
        await firm.Owner.SayAsync("продаж");
        Chats.Has(firm.Owner, "По запросу «продаж» найден 1.");
        Assert.True(firm.Owner.Screen.HasButton("Boris · 6 · "));
        await firm.Owner.PressAsync("✖️ Показать всех");
        Chats.Has(firm.Owner, "11 сотрудников");
    }

    [Theory]
    [InlineData("ru", "⚪ Свободные посты", "20 постов ждут человека", "🎓 Вводятся", "никто не вводится", "🌴 Отсутствуют", "все на месте", "🌴 Отсутствия", "👤 Без поста", "У каждого сотрудника есть пост")]
    [InlineData("en", "⚪ Vacant posts", "20 posts wait", "🎓 In training", "Nobody is in training", "🌴 Away", "Everybody is here", "🌴 Absences", "👤 Without a post", "Every employee has a post")]
    public async Task Every_filter_has_words_for_nobody_and_offers_the_next_act(
        string language, string vacant, string waiting, string training, string noneTraining, string away, string noneAway, string note, string without, string noneWithout)
    {
        var firm = await Chats.FoundAsync(company, "Filters " + language, language);
        var anna = firm.Owner;
        await anna.SayAsync("/people");
        await anna.PressAsync(vacant);
        Chats.Has(anna, waiting);
        await anna.PressAsync(training);
        Chats.Has(anna, noneTraining);
        await anna.PressAsync(without);
        Chats.Has(anna, noneWithout);
        await anna.PressAsync(away);
        Chats.Has(anna, noneAway);
        await anna.PressAsync(note);
        Assert.True(anna.Screen.HasButton("➕"));
    }

    [Fact]
    public async Task A_newcomer_whose_post_is_filled_and_training_below_100_percent_is_marked_as_in_training()
    {
        var firm = await Chats.FoundAsync(company, "Новички", "ru");
        await firm.HireAsync("Boris", "ru");
        await Chats.OpenPostAsync(firm.Owner, 6);
        await firm.Owner.PressAsync("👤 Назначить");
        await firm.Owner.PressAsync("Boris");
        await firm.Owner.PressAsync("✅ Назначить");
        Chats.Has(firm.Owner, "Boris 🎓 вводится");
        await firm.Owner.SayAsync("/people");
        await firm.Owner.PressAsync("🎓 Вводятся");
        await firm.Owner.PressAsync("🎓 Boris · 6 · ");
        Chats.Has(firm.Owner, "👤 Boris", "🎓 Вводится в должность");
        Assert.EndsWith("Занимает 1 пост:", firm.Owner.Screen.Text, StringComparison.Ordinal);

        await company.Host.ExecuteAsync("update core.holdings set training_percent = 100 where company_id = $1", firm.Id);
        await firm.Owner.PressAsync("✅ 6 · ");
        Assert.DoesNotContain("🎓", firm.Owner.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_absence_has_dates_and_a_deputy_and_overlaps_are_refused()
    {
        var firm = await Chats.FoundAsync(company, "Отпуск", "ru");
        var maria = await firm.HireAsync("Maria", 6, "ru");
        var boris = await firm.HireAsync("Boris", "ru");
        await maria.SayAsync("/menu");
        await maria.PressAsync("🌴 Отсутствия");
        Chats.Has(maria, "Вы ничего не отметили");
        await maria.PressAsync("➕ Отметить отсутствие");
        foreach (var (typed, words) in new[] { ("в мае", "Не получилось прочитать"), ("31.02.2090", "Не получилось прочитать"), ("10.05.2090-01.05.2090", "раньше первого"), ("01.05.2020", "уже прошли"), ("01.01.2090-01.01.2095", "можно не больше чем") })
        {
            await maria.SayAsync(typed);
            Chats.Has(maria, "⚠️", words);
        }

        await maria.PressAsync("Сегодня");
        Chats.Has(maria, "Первый день");
        await maria.PressAsync("Сегодня");
        Chats.Has(maria, "Кто будет замещать?");
        Assert.False(maria.Screen.HasButton("Maria"));
        await maria.PressAsync("🔎 Найти");
        await maria.SayAsync("maria");
        Chats.Has(maria, "По запросу «maria» никого не нашли");
        await maria.PressAsync("✖️ Показать всех");
        await maria.PressAsync("Boris");
        Chats.Has(maria, "замещает Boris");
        await Chats.ToldAsync(company, boris, "Вы замещаете: Maria");
        await Chats.OpenPostAsync(boris, 6);
        Chats.Has(boris, "Сегодня замещает: Boris");

        await maria.PressAsync("➕ Отметить отсутствие");
        await maria.SayAsync("сегодня - завтра");
        Chats.Has(maria, "Дни пересекаются");
        await maria.PressAsync("📅 Другие дни");
        await maria.SayAsync("с 12.05.2090 по 20.05.2090");
        await maria.PressAsync("Без заместителя");
        Chats.Has(maria, "🌴 12–20 мая 2090");
        await maria.PressAsync("✖️ Отменить: 12–20 мая");
        await maria.PressAsync("✖️ Отменить отсутствие");
        Assert.DoesNotContain("12–20 мая", maria.Screen.Text, StringComparison.Ordinal);
        await maria.PressAsync("👥 Вся компания");
        await maria.PressAsync("🌴 Maria · ");
        Chats.Has(maria, "👤 Maria", "замещает Boris");
    }

    [Fact]
    public async Task A_head_notes_absences_of_their_people_and_nobody_elses()
    {
        var firm = await Chats.FoundAsync(company, "People", "en");
        var egor = await firm.HireAsync("Egor", 19);
        var maria = await firm.HireAsync("Maria", 6);
        await egor.SayAsync("/people");
        await egor.PressAsync("Maria");
        await egor.PressAsync("🌴 Absences");
        await egor.PressAsync("➕ Note an absence");
        await egor.SayAsync("12.05.2090–20.05.2090");
        await egor.PressAsync("Nobody stands in");
        Chats.Has(egor, "Absences · Maria", "12–20 May 2090");
        await Chats.ToldAsync(company, maria, "Your absence has been noted", "12–20 May 2090");
        await maria.SayAsync("/people");
        await maria.PressAsync("Egor");
        Assert.False(maria.Screen.HasButton("🌴"));
        Assert.False(maria.Screen.HasButton("🚫"));
    }

    [Theory]
    [InlineData("ru", "🚫 Уволить", "Уволить: Boris?", "Здравствуйте, Boris!")]
    [InlineData("en", "🚫 Dismiss", "Dismiss Boris?", "Hello, Boris!")]
    public async Task A_dismissed_employee_loses_access_with_the_next_update_and_the_posts_are_vacant(string language, string dismiss, string ask, string guest)
    {
        var firm = await Chats.FoundAsync(company, "Dismissal " + language, language);
        var boris = await firm.HireAsync("Boris", 6, language);
        await boris.SayAsync("/structure");
        var old = boris.Screen;
        await firm.Owner.SayAsync("/people");
        await firm.Owner.PressAsync("Boris");
        await firm.Owner.PressAsync(dismiss);
        Chats.Has(firm.Owner, ask);
        await firm.Owner.TapTwiceAsync(dismiss);
        Assert.False(firm.Owner.Screen.HasButton("Boris"));
        await boris.PressOldAsync(old, "2 · ");
        Assert.DoesNotContain("📂", boris.Screen.Text, StringComparison.Ordinal);
        await boris.SayAsync("/menu");
        Chats.Has(boris, guest);
        await Chats.OpenPostAsync(firm.Owner, 6);
        Assert.DoesNotContain("Boris", firm.Owner.Screen.Text, StringComparison.Ordinal);
    }
}
