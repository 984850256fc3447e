namespace DrAivBot.Company.Tests.Conversations;

/// <summary>A person in two companies.</summary>
public sealed class SwitcherTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    [Theory]
    [InlineData("ru", "Мои компании", "Теперь вы в компании Синица", "Экран устарел. Вот свежий.")]
    [InlineData("en", "My companies", "You are now in the company Синица", "That screen was out of date. Here is a fresh one.")]
    public async Task A_member_of_companies_A_and_B_never_sees_As_data_while_B_is_active_including_through_old_buttons(
        string language, string menu, string entered, string outdated)
    {
        var anna = await company.Chat.NewOwnerAsync("Анна", language, "Ястреб");
        await company.Host.ExecuteAsync(
            "update core.departments set name = 'Тайный отдел' where number = 6 and company_id = (select m.company_id from core.members m join core.users u on u.id = m.user_id where u.telegram_id = $1)",
            anna.Id);
        await anna.SayAsync("/structure");
        await anna.PressAsync("2 · ");
        var old = anna.Screen;
        Assert.True(old.HasButton("Тайный отдел"), old.ToString());
        await anna.SayAsync("/menu");
        Assert.False(anna.Screen.HasButton(menu), anna.Screen.ToString());

        var boris = await company.Chat.NewOwnerAsync("Борис", language, "Синица");
        await anna.JoinAsync(await boris.InviteAsync(6));
        Assert.Contains("Синица", anna.Screen.Text, StringComparison.Ordinal);
        await anna.PressOldAsync(old, "Тайный отдел");
        Assert.Equal(outdated, anna.Toast);
        Assert.DoesNotContain("Тайный отдел", anna.Screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ястреб", anna.Screen.Text, StringComparison.Ordinal);

        await anna.SayAsync("/menu");
        await anna.PressAsync(menu);
        await anna.PressAsync("Ястреб");
        Assert.Contains("Ястреб", anna.Screen.Text, StringComparison.Ordinal);
        await anna.SayAsync("/structure");
        await anna.PressAsync("2 · ");
        Assert.True(anna.Screen.HasButton("Тайный отдел"), anna.Screen.ToString());
        var again = anna.Screen;

        await anna.SayAsync("/companies");
        await anna.PressAsync("Синица");
        Assert.Equal(entered, anna.Toast);
        Assert.False(anna.Screen.HasButton("◀️"), anna.Screen.ToString());
        await anna.PressOldAsync(again, "Тайный отдел");
        Assert.Equal(outdated, anna.Toast);
        Assert.DoesNotContain("Тайный отдел", anna.Screen.ToString(), StringComparison.Ordinal);
        await anna.SayAsync("/structure");
        await anna.PressAsync("2 · ");
        Assert.DoesNotContain("Тайный отдел", anna.Screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_active_company_lasts_when_the_session_has_ended()
    {
        var anna = await company.Chat.NewOwnerAsync("Анна", "ru", "Первая фирма");
        var boris = await company.Chat.NewOwnerAsync("Борис", "ru", "Вторая фирма");
        await anna.JoinAsync(await boris.InviteAsync(6));
        await company.Host.ExecuteAsync("update core.sessions set expires_at = now() - interval '1 minute' where telegram_id = $1", anna.Id);
        await anna.SayAsync("/menu");
        Assert.Contains("Вторая фирма", anna.Screen.Text, StringComparison.Ordinal);
        await anna.PressAsync("Мои компании");
        await anna.PressAsync("✓ Вторая фирма");
        Assert.Equal("Вы уже здесь.", anna.Toast);
        Assert.Contains("Вторая фирма", anna.Screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "Часовой пояс: Москва · UTC+3, как у компании", "Омск", "Часовой пояс: Омск · UTC+6", "English", "Time zone: Omsk")]
    [InlineData("en", "Time zone: Moscow · UTC+3, the company's", "Omsk", "Time zone: Omsk · UTC+6", "Русский", "Часовой пояс: Омск")]
    public async Task My_profile_shows_who_I_am_and_lets_me_choose_language_and_time_zone(
        string language, string companyZone, string city, string zone, string other, string changed)
    {
        var anna = await company.Chat.NewOwnerAsync("Анна", language, "Профиль");
        await anna.SayAsync("/profile");
        Assert.Contains("Анна", anna.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("21 · ", anna.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("✓ Профиль", anna.Screen.Text, StringComparison.Ordinal);
        Assert.Contains(companyZone, anna.Screen.Text, StringComparison.Ordinal);
        await anna.PressAsync("🕒");
        await anna.SayAsync(city);
        Assert.Contains(zone, anna.Screen.Text, StringComparison.Ordinal);
        await anna.PressAsync(other);
        Assert.Contains(changed, anna.Screen.Text, StringComparison.Ordinal);
        var switched = anna.Screen.Text;
        await anna.SayAsync("/profile");
        Assert.Equal(anna.Screen.Text, switched);
    }
}
