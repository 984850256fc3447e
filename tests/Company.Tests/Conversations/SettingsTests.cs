using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.Conversations;

/// <summary>The company's settings, leaving it and handing it over, as people do it in the chat.</summary>
public sealed class SettingsTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    [Fact]
    public async Task The_owner_changes_every_setting_and_what_cannot_be_read_is_refused_with_an_example()
    {
        var firm = await Chats.FoundAsync(company, "Настройки", "ru");
        var anna = firm.Owner;
        await OpenAsync(anna, "⚙️ Настройки компании");
        Chats.Has(anna, "Часовой пояс: Москва · UTC+3", "Валюта: RUB", "Тихие часы: нет", "пн, вт, ср, чт, пт · 09:00–18:00");
        await AnswerAsync(anna, "✏️ Название", "Ветер & <Ко>");
        await AnswerAsync(anna, "🕒 Часовой пояс", "Омск");
        await AnswerAsync(anna, "💰 Валюта", "KZT");
        await AnswerAsync(anna, "🌙 Тихие часы", "ночью", "22 - 7:30");
        await anna.PressAsync("📊 Конец недели");
        await anna.PressAsync("среда");
        await anna.SayAsync("25:00");
        Chats.Has(anna, "⚠️", "14:00");
        await anna.SayAsync("16:30");
        Chats.Has(anna, "«Ветер & <Ко>»", "Омск · UTC+6", "KZT", "22:00–07:30", "среда, 16:30");

        await anna.PressAsync("🗓 Рабочая неделя");
        await anna.PressAsync("▫️ суббота");
        await anna.PressAsync("✅ понедельник");
        await AnswerAsync(anna, "🕘 Часы работы", "18-9", "10:00–19:00");
        Chats.Has(anna, "вт, ср, чт, пт, сб · 10:00–19:00");
        Assert.Equal("Ветер & <Ко>", await company.Host.QueryAsync<string>("select name from core.companies where company_id = $1", firm.Id));
    }

    [Fact]
    public async Task The_last_working_day_stays_and_special_days_come_and_go()
    {
        var firm = await Chats.FoundAsync(company, "Days", "en");
        var anna = firm.Owner;
        await OpenAsync(anna, "⚙️ Company settings");
        await anna.PressAsync("🗓 Working week");
        foreach (var day in new[] { "Monday", "Tuesday", "Wednesday", "Thursday" })
        {
            await anna.PressAsync("✅ " + day);
        }

        await anna.PressAsync("✅ Friday");
        Assert.Equal("At least one working day is needed.", anna.Toast);
        await anna.PressAsync("Back");
        await anna.PressAsync("🎉 Special days");
        Chats.Has(anna, "None so far");
        await anna.PressAsync("➕ Add days");
        await anna.SayAsync("01.01.2090–08.01.2090");
        await anna.PressAsync("🎉 Days off");
        Chats.Has(anna, "1 January 2090", "8 January 2090");
        await anna.PressAsync("✖️ 1 January 2090");
        Assert.DoesNotContain("• 1 January 2090", anna.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_are_set_by_the_owner_alone_and_settings_by_owner_and_executive_director()
    {
        var firm = await Chats.FoundAsync(company, "Лимиты", "ru");
        var anna = firm.Owner;
        var egor = await firm.HireAsync("Egor", 19, "ru");
        var vera = await firm.HireAsync("Vera", "ru");
        await OpenAsync(anna, "⚙️ Настройки компании");
        await anna.PressAsync("💳 Лимиты решений");
        await AnswerAsync(anna, "Руководитель отдела", "много", "100 000,50");
        await AnswerAsync(anna, "Исполнительный директор", "5000000");
        Chats.Has(anna, "Руководитель отдела: 100\u00A0000,50 RUB", "Исполнительный директор: 5\u00A0000\u00A0000 RUB", "Переспрашивать выше: никогда");
        await AnswerAsync(anna, "Исполнительный директор", "нет");
        Chats.Has(anna, "Исполнительный директор: без ограничения");

        await OpenAsync(egor, "⚙️ Настройки компании");
        Assert.True(egor.Screen.HasButton("Тихие часы"));
        Assert.False(egor.Screen.HasButton("🔑"));
        await egor.PressAsync("💳 Лимиты решений");
        Assert.False(egor.Screen.HasButton("Руководитель"));
        await OpenAsync(vera, "⚙️ Настройки компании");
        Chats.Has(vera, "Менять настройки могут");
        Assert.False(vera.Screen.HasButton("Тихие часы"));
    }

    [Theory]
    [InlineData("ru", "⚙️ Настройки компании", "🔑 Передать компанию", "👥 Выбрать", "✅ Предложить", "предлагает вам стать владельцем", "🔑 Посмотреть", "✅ Принять", "21 · ", "передана")]
    [InlineData("en", "⚙️ Company settings", "🔑 Hand the company over", "👥 Choose", "✅ Offer", "offers you the ownership", "🔑 Look", "✅ Accept", "21 · ", "has a new owner")]
    public async Task Ownership_passes_when_both_sides_have_confirmed(
        string language, string settings, string hand, string choose, string offer, string offered, string look, string accept, string post, string done)
    {
        var firm = await Chats.FoundAsync(company, "Transfer " + language, language);
        var boris = await firm.HireAsync("Boris", language);
        await OpenAsync(firm.Owner, settings);
        await firm.Owner.PressAsync(hand);
        await firm.Owner.PressAsync(choose);
        await firm.Owner.PressAsync("Boris");
        await firm.Owner.PressAsync(offer);
        Chats.Has(firm.Owner, "Boris");
        await Chats.ToldAsync(company, boris, offered);
        await boris.PressAsync(look);
        await boris.PressAsync(accept);
        Assert.True(boris.Screen.HasButton(post), boris.Screen.ToString());
        await Chats.ToldAsync(company, firm.Owner, done, "Boris");
        Assert.Equal(1, await Chats.AuditsAsync(company, firm, "ownership.accepted"));
    }

    [Fact]
    public async Task An_offer_of_ownership_is_declined_withdrawn_and_lapses_after_24_hours()
    {
        var firm = await Chats.FoundAsync(company, "Отказ от передачи", "ru");
        var (anna, boris) = (firm.Owner, await firm.HireAsync("Boris", "ru"));
        await OfferAsync(anna);
        await OpenAsync(boris, "⚙️ Настройки компании");
        await boris.PressAsync("🔑 Передать компанию");
        var open = boris.Screen;
        await boris.PressAsync("❌ Отказаться");
        await Chats.ToldAsync(company, anna, "Boris не принимает компанию");
        await boris.SayAsync("/menu");
        await boris.PressOldAsync(open, "✅ Принять");
        Assert.Equal("Экран устарел. Вот свежий.", boris.Toast);

        await OfferAsync(anna);
        await anna.PressAsync("↩️ Отозвать");
        await Chats.ToldAsync(company, boris, "Предложение отозвано");
        await OfferAsync(anna);
        await OpenAsync(boris, "⚙️ Настройки компании");
        await boris.PressAsync("🔑 Передать компанию");
        await company.Host.ExecuteAsync("update core.ownership_offers set offered_at = offered_at - interval '25 hours' where company_id = $1", firm.Id);
        await boris.PressAsync("✅ Принять");
        Assert.Equal("Предложение больше не действует.", boris.Toast);
        Assert.Equal(0, await Chats.AuditsAsync(company, firm, "ownership.accepted"));
    }

    [Fact]
    public async Task The_last_owner_cannot_leave_and_an_employee_can()
    {
        var firm = await Chats.FoundAsync(company, "Выход", "ru");
        var boris = await firm.HireAsync("Boris", 6, "ru");
        await OpenAsync(firm.Owner, "⚙️ Настройки компании");
        await firm.Owner.PressAsync("🚪 Выйти из компании");
        Chats.Has(firm.Owner, "Владелец не может выйти", "Сначала передайте");
        await OpenAsync(boris, "⚙️ Настройки компании");
        await boris.PressAsync("🚪 Выйти из компании");
        await boris.PressAsync("🚪 Выйти");
        Assert.Equal("Вы вышли из компании «Выход»", boris.Toast);
        Chats.Has(boris, "Здравствуйте, Boris!");
        Assert.Equal(1, await Chats.AuditsAsync(company, firm, "member.left"));
    }

    private static async Task OpenAsync(ChatUser user, string item)
    {
        await user.SayAsync("/menu");
        await user.PressAsync(item);
    }

    private static async Task OfferAsync(ChatUser owner)
    {
        await OpenAsync(owner, "⚙️ Настройки компании");
        await owner.PressAsync("🔑 Передать компанию");
        await owner.PressAsync("👥 Выбрать");
        await owner.PressAsync("Boris");
        await owner.PressAsync("✅ Предложить");
    }

    /// <summary>All answers but the last are refused.</summary>
    private static async Task AnswerAsync(ChatUser user, string button, params string[] answers)
    {
        await user.PressAsync(button);
        foreach (var answer in answers)
        {
            await user.SayAsync(answer);
            Assert.Equal(answer != answers[^1], user.Screen.Text.Contains("⚠️", StringComparison.Ordinal));
        }
    }
}
