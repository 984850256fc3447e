using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.Conversations;

/// <summary>However often the last tap arrives, and whatever happens in between, one company comes of one registration.</summary>
public sealed class OneCompanyTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    [Fact]
    public async Task Repeating_the_final_tap_yields_one_company()
    {
        var anna = await AtReviewAsync("Анна");
        await anna.TapTwiceAsync("Создать");
        Assert.True(anna.Answered);
        Assert.Null(anna.Toast);
        Assert.Contains("создана", anna.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(1, await CompaniesOfAsync(anna));
    }

    [Fact]
    public async Task Twenty_taps_on_create_make_one_company()
    {
        var anna = await AtReviewAsync("Анна");
        var review = anna.Screen;
        await anna.PressManyAsync([.. Enumerable.Repeat(review.Button("Создать").Data!, 20)], review);
        Assert.Equal(1, await CompaniesOfAsync(anna));
    }

    [Fact]
    public async Task Replaying_the_update_yields_one_company()
    {
        var anna = await AtReviewAsync("Анна");
        await anna.PressAsync("Создать");
        var (update, before) = (anna.LastUpdate(), anna.Messages.Count);
        for (var i = 0; i < 3; i++)
        {
            await company.Host.DeliverAsync(update);
        }

        await company.Chat.SettleAsync([update["update_id"]!.GetValue<long>()], anna.Id, anna.Id);
        await anna.RefreshAsync();
        Assert.Equal(before, anna.Messages.Count);
        Assert.Equal(1, await CompaniesOfAsync(anna));
    }

    [Fact]
    public async Task An_old_create_button_makes_no_second_company()
    {
        var anna = await AtReviewAsync("Анна");
        var review = anna.Screen;
        await anna.PressAsync("Создать");
        await anna.SayAsync("/menu");
        await anna.PressOldAsync(review, "Создать");
        Assert.Equal("Экран устарел. Вот свежий.", anna.Toast);
        Assert.Equal(1, await CompaniesOfAsync(anna));
    }

    [Fact]
    public async Task One_person_founds_two_companies_that_have_nothing_in_common()
    {
        var anna = await company.Chat.NewOwnerAsync("Анна", "ru", "Первая");
        await anna.SayAsync("/newcompany");
        Assert.Contains("Вы уже работаете в компании Первая", anna.Screen.Text, StringComparison.Ordinal);
        await anna.PressAsync("Создать ещё одну");
        await anna.SayAsync("Вторая");
        await anna.PressAsync("Москва");
        await anna.SayAsync("USD");
        await anna.PressAsync("Создать");
        Assert.Contains("Компания «Вторая» создана", anna.Screen.Text, StringComparison.Ordinal);

        await anna.PressAsync("Назад");
        Assert.Contains("🏢 Вторая", anna.Screen.Text, StringComparison.Ordinal);
        Assert.True(anna.Screen.HasButton("Мои компании"), anna.Screen.ToString());
        await anna.PressAsync("Структура");
        Assert.Contains("Структура компании «Вторая»", anna.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("Занято 1 из 21", anna.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(2, await CompaniesOfAsync(anna));
        await company.Host.ExecuteAsync("update core.sessions set expires_at = now() - interval '1 minute' where telegram_id = $1", anna.Id);
        await anna.SayAsync("/menu");
        Assert.Contains("Вторая", anna.Screen.Text, StringComparison.Ordinal);
    }

    private async Task<ChatUser> AtReviewAsync(string name)
    {
        var user = await company.Chat.NewUserAsync(name, "ru");
        await user.StartAsync();
        await user.PressAsync("Создать компанию");
        await user.SayAsync("Ромашка");
        await user.PressAsync("Москва");
        await user.PressAsync("RUB");
        return user;
    }

    private async Task<long> CompaniesOfAsync(ChatUser user) => await company.Host.QueryAsync<long>(
        "select count(*) from core.companies c join core.users u on u.id = c.created_by where u.telegram_id = $1", user.Id);
}
