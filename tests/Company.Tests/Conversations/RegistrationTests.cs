namespace DrAivBot.Company.Tests.Conversations;

public sealed class RegistrationTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    [Fact]
    public async Task A_founder_registers_in_russian_and_sees_position_21()
    {
        var anna = await company.Chat.NewUserAsync("Анна", "ru");
        await anna.StartAsync();
        Assert.Contains("Здравствуйте, Анна!", anna.Screen.Text, StringComparison.Ordinal);

        await anna.PressAsync("Создать компанию");
        Assert.Contains("Шаг 1 из 3", anna.Screen.Text, StringComparison.Ordinal);
        await anna.SayAsync("ООО Ромашка");
        await anna.PressAsync("Москва");
        await anna.PressAsync("RUB");
        Assert.Contains("ООО Ромашка", anna.Screen.Text, StringComparison.Ordinal);
        await anna.PressAsync("Создать");
        Assert.Equal("Компания создана", anna.Toast);
    }
}
