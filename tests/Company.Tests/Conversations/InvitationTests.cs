namespace DrAivBot.Company.Tests.Conversations;

public sealed class InvitationTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    [Theory]
    [InlineData("ru", "это личная ссылка", "Приглашение недействительно или уже использовано", "Создать компанию")]
    [InlineData("en", "is a personal link", "The invitation is not valid or has already been used", "Create a company")]
    public async Task A_guest_learns_what_an_invitation_is_and_that_this_one_is_gone(string language, string help, string gone, string create)
    {
        var guest = await company.Chat.NewUserAsync("Vera", language);
        await guest.StartAsync();
        await guest.PressAsync("📩");
        Assert.Contains(help, guest.Screen.Text, StringComparison.Ordinal);

        await guest.StartAsync("inv_" + new string('A', 43));
        Assert.Contains(gone, guest.Screen.Text, StringComparison.Ordinal);
        await guest.PressAsync(create);
        Assert.Contains("1", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_who_opens_a_dead_invitation_is_not_asked_to_found_a_company()
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Ромашка");
        await owner.StartAsync("inv_abc-_123");
        Assert.Contains("Приглашение недействительно", owner.Screen.Text, StringComparison.Ordinal);
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
    public async Task An_invitation_without_a_code_is_gone_too()
    {
        var guest = await company.Chat.NewUserAsync("Вера", "ru");
        await guest.StartAsync("inv_");
        Assert.Contains("недействительно", guest.Screen.Text, StringComparison.Ordinal);
    }
}
