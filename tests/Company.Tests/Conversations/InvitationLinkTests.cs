using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.Conversations;

/// <summary>What those read who open a link that leads nowhere, or not them.</summary>
public sealed class InvitationLinkTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    [Theory]
    [InlineData("ru", "📨 Все приглашения", "Отозвать", "Приглашение уже использовано", "Приглашение отозвано", "Срок приглашения истёк", "Такого приглашения нет")]
    [InlineData("en", "📨 All invitations", "Revoke", "The invitation has already been used", "The invitation was revoked", "The invitation has run out of time", "There is no such invitation")]
    public async Task Replayed_revoked_expired_and_forged_links_get_the_right_words(
        string language, string list, string revoke, string used, string revoked, string expired, string none)
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", language, "Слова");
        var expiredLink = await owner.InviteAsync(7);
        await InvitationRows.AgeAsync(company, owner);
        var revokedLink = await owner.InviteAsync(8);
        await owner.PressAsync(list);
        await owner.PressAsync("🟢");
        await owner.PressAsync(revoke);
        var usedLink = await owner.InviteAsync(6);
        await (await company.Chat.NewUserAsync("Вера", language)).JoinAsync(usedLink);

        var guest = await company.Chat.NewUserAsync("Глеб", language);
        (string Link, string Words)[] links =
        [
            (usedLink, used), (revokedLink, revoked), (expiredLink, expired),
            (usedLink[..^1] + (usedLink[^1] == 'A' ? 'E' : 'A'), none), (usedLink + "A", none), (usedLink[..^1], none), ("inv_", none),
        ];
        foreach (var (link, words) in links)
        {
            await guest.StartAsync(link);
            Assert.Contains(words, guest.Screen.Text, StringComparison.Ordinal);
            Assert.False(guest.Screen.HasButton("✋"), guest.Screen.ToString());
        }

        Assert.Equal(0, await InvitationRows.MembershipsAsync(company, guest));
    }

    [Fact]
    public async Task A_link_of_whoever_has_left_the_company_is_revoked()
    {
        var firm = await TestCompany.FoundAsync(company.Host, "Ушедший", "ru");
        var egor = await firm.HireAsync("Egor", 19, "ru");
        var link = await egor.InviteAsync(6);
        await egor.SayAsync("/menu");
        await egor.PressAsync("⚙️ Настройки компании");
        await egor.PressAsync("🚪 Выйти из компании");
        await egor.PressAsync("🚪 Выйти");
        var guest = await company.Chat.NewUserAsync("Глеб", "ru");
        await guest.StartAsync(link);
        Assert.Contains("Приглашение отозвано", guest.Screen.Text, StringComparison.Ordinal);
        await firm.Owner.SayAsync("/invitations");
        Assert.True(firm.Owner.Screen.HasButton("отозвано"), firm.Owner.Screen.ToString());
    }

    [Theory]
    [InlineData("ru", "это личная ссылка", "Такого приглашения нет", "Создать компанию")]
    [InlineData("en", "is a personal link", "There is no such invitation", "Create a company")]
    public async Task A_guest_learns_what_an_invitation_is_and_that_a_forged_one_is_none(string language, string help, string none, string create)
    {
        var guest = await company.Chat.NewUserAsync("Vera", language);
        await guest.StartAsync();
        await guest.PressAsync("📩");
        Assert.Contains(help, guest.Screen.Text, StringComparison.Ordinal);

        await guest.StartAsync("inv_" + new string('A', 43));
        Assert.Contains(none, guest.Screen.Text, StringComparison.Ordinal);
        await guest.PressAsync(create);
        Assert.Contains("1", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_who_opens_a_dead_invitation_is_not_asked_to_found_a_company()
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Ромашка");
        await owner.StartAsync("inv_abc-_123");
        Assert.Contains("Такого приглашения нет", owner.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(["◀️ Назад", "🏠 Меню"], owner.Screen.Buttons.Select(button => button.Text));
        await owner.PressAsync("Назад");
        Assert.Contains("Владелец", owner.Screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("whatever")]
    [InlineData("INV_x")]
    [InlineData("inv")]
    [InlineData("-_-")]
    public async Task A_link_nobody_knows_leads_to_the_menu_and_says_so(string payload)
    {
        var guest = await company.Chat.NewUserAsync("Вера", "ru");
        await guest.StartAsync(payload);
        Assert.Contains("Эта ссылка не подходит или больше не действует.", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("Здравствуйте, Вера!", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_own_link_is_for_somebody_else()
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Своя");
        await owner.StartAsync(await owner.InviteAsync(6));
        Assert.Contains("Это ваша ссылка", owner.Screen.Text, StringComparison.Ordinal);
    }
}
