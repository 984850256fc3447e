using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.PersonalData;

public sealed class ExportTests(DiaryHost diary) : IClassFixture<DiaryHost>
{
    private TestHost Host => diary.Host;

    [Theory]
    [InlineData("ru", "Получить мои данные", "Учётная запись.json", "Назначения на посты.json", "Что внутри.txt", "Получить данные компании")]
    [InlineData("en", "Get my data", "Account.json", "Appointments.json", "Contents.txt", "Get the company")]
    public async Task A_person_gets_what_is_kept_about_them_and_nothing_of_others(
        string language, string get, string account, string appointments, string contents, string company)
    {
        var founded = await TestCompany.FoundAsync(Host, "Архив", language);
        var boris = await founded.HireAsync("Борислав", position: 6, language);
        var elsewhere = await TestCompany.FoundAsync(Host, "Чужие", language);
        await DiaryModule.WriteAsync(Host, founded.Id, boris);
        await DiaryModule.WriteAsync(Host, founded.Id, founded.Owner);
        await DiaryModule.WriteAsync(Host, elsewhere.Id, boris);
        await boris.SayAsync("/mydata");
        Assert.False(boris.Screen.HasButton(company));
        await boris.TapTwiceAsync(get);
        await diary.SettleAsync(boris);

        var files = await diary.OpenArchiveAsync(boris);
        Assert.Contains("Борислав", files[account], StringComparison.Ordinal);
        Assert.Single(JsonNode.Parse(files[appointments])!.AsArray());
        Assert.Single(JsonNode.Parse(files["diary/pages.json"])!.AsArray());
        Assert.Contains("diary/pages.json: 1", files[contents], StringComparison.Ordinal);
        Assert.Contains(files.Keys, name => name.EndsWith(".xlsx", StringComparison.Ordinal));
        Assert.DoesNotContain(files.Values, text => text.Contains("Anna", StringComparison.Ordinal) || text.Contains($"{elsewhere.Id}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ru", "Получить данные компании", "Сотрудники.json", "Посты.json")]
    [InlineData("en", "Get the company", "People.json", "Posts.json")]
    public async Task The_owner_gets_all_of_the_company_without_secrets(string language, string get, string people, string posts)
    {
        var founded = await TestCompany.FoundAsync(Host, "Целиком", language);
        var boris = await founded.HireAsync("Борислав", language);
        var elsewhere = await TestCompany.FoundAsync(Host, "Чужие", language);
        await DiaryModule.WriteAsync(Host, founded.Id, boris);
        await founded.Owner.SayAsync("/mydata");
        await founded.Owner.PressAsync(get);
        await diary.SettleAsync(founded.Owner);

        var files = await diary.OpenArchiveAsync(founded.Owner);
        Assert.Equal(2, JsonNode.Parse(files[people])!.AsArray().Count);
        Assert.Equal(21, JsonNode.Parse(files[posts])!.AsArray().Count);
        Assert.Contains("diary/lines.json", files.Keys);
        // Four digits stand in many an id by chance.
        var account = new Regex($@"(?<![\w.-]){boris.Id}(?![\w.-])", RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.DoesNotContain(files.Values, text =>
            text.Contains($"{elsewhere.Id}", StringComparison.Ordinal) || account.IsMatch(text)
            || text.Contains("token", StringComparison.Ordinal) || text.Contains("chat_id", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_guest_gets_their_account_at_once()
    {
        var guest = await Host.Chat.NewUserAsync("Гостья", "ru");
        await guest.StartAsync();
        await guest.SayAsync("/mydata");
        await guest.PressAsync("Получить мои данные");

        var files = await diary.OpenArchiveAsync(guest);
        Assert.Contains("Гостья", files["Учётная запись.json"], StringComparison.Ordinal);
    }
}
