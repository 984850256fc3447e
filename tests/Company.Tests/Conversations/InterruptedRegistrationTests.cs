namespace DrAivBot.Company.Tests.Conversations;

/// <summary>A registration goes on over a restart, ends after a day, and either way the person is told in friendly words.</summary>
public sealed class InterruptedRegistrationTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    [Fact]
    public async Task A_restart_in_the_middle_loses_no_answer()
    {
        var anna = await company.Chat.NewUserAsync("Анна", "ru");
        await anna.StartAsync();
        await anna.PressAsync("Создать компанию");
        await company.Host.RestartAsync();
        await anna.SayAsync("Ромашка");
        await company.Host.RestartAsync();
        await anna.PressAsync("Москва");
        await anna.PressAsync("RUB");
        await company.Host.RestartAsync();
        Assert.Contains("Название: Ромашка", anna.Screen.Text, StringComparison.Ordinal);
        await anna.PressAsync("Создать");
        Assert.Equal("Компания создана", anna.Toast);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_day_an_answer_meets_friendly_words_and_the_menu(bool byButton)
    {
        var anna = await company.Chat.NewUserAsync("Анна", "ru");
        await anna.StartAsync();
        await anna.PressAsync("Создать компанию");
        await anna.SayAsync("Ромашка");
        await company.Host.ExecuteAsync("update core.sessions set expires_at = now() - interval '1 second' where telegram_id = $1", anna.Id);

        const string Words = "Прошло больше суток, и я закрыл незаконченное. Начните ещё раз из меню.";
        if (byButton)
        {
            await anna.PressAsync("Москва");
            Assert.Equal(Words, anna.Toast);
        }
        else
        {
            await anna.SayAsync("Москва");
            Assert.Contains(Words, anna.Screen.Text, StringComparison.Ordinal);
        }

        Assert.Contains("Здравствуйте, Анна!", anna.Screen.Text, StringComparison.Ordinal);
        await anna.PressAsync("Создать компанию");
        Assert.DoesNotContain("Ромашка", anna.Screen.Text, StringComparison.Ordinal);
    }
}
