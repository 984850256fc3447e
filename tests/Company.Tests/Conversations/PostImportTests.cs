using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.Conversations;

public sealed class PostImportTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    [Theory]
    [InlineData("ru", "Структура", "Продолжить", "2 поста", "Строка 3, «Номер отдела»: «22»", "Строка 4, «Название поста»: пусто", "добавлены 2 поста", "уже есть")]
    [InlineData("en", "Structure", "Continue", "2 posts to add", "Row 3, “Department number”: “22”", "Row 4, “Name of the post”: empty", "2 posts added", "already")]
    public async Task A_table_is_shown_with_the_errors_of_its_rows_before_anything_is_added(
        string language, string structure, string go, string counts, string department, string name, string done, string present)
    {
        var founded = await TestCompany.FoundAsync(company.Host, "Северный ветер", language);
        var owner = founded.Owner;
        var table = await PostTables.FillAsync(["6", "Менеджер по продажам"], ["22", "Никто"], ["6 · Отдел продаж", ""], ["7", "=cmd|'/c calc'!A1"]);
        await owner.SendTableAsync(company, structure, table);

        Assert.Contains(counts, owner.Screen.Text, StringComparison.Ordinal);
        Assert.Contains(department, owner.Screen.Text, StringComparison.Ordinal);
        Assert.Contains(name, owner.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(21, await CountAsync(founded));

        await owner.PressAsync(go);
        await owner.TapTwiceAsync("✅");
        await owner.SettleJobsAsync(company);
        Assert.Contains(owner.Messages, message => message.Text.Contains(done, StringComparison.Ordinal));
        Assert.Equal(23, await CountAsync(founded));
        Assert.Equal(["22 6 Менеджер по продажам", "23 7 =cmd|'/c calc'!A1"], await company.Host.ListAsync<string>(
            "select number || ' ' || department_number || ' ' || name from core.positions where company_id = $1 and number > 21 order by number", founded.Id));
        Assert.Equal(1, await company.Host.QueryAsync<long>("select count(*) from core.audit where company_id = $1 and act = 'posts.imported' and user_id is not null", founded.Id));

        await owner.SendTableAsync(company, structure, table);
        Assert.Contains(present, owner.Screen.Text, StringComparison.Ordinal);
        Assert.False(owner.Screen.HasButton(go));
    }

    [Fact]
    public async Task A_head_adds_to_the_own_department_only_and_an_employee_nowhere()
    {
        var founded = await TestCompany.FoundAsync(company.Host, "Два отдела", "ru");
        var maria = await founded.HireAsync("Мария", position: 6, "ru");
        await maria.SendTableAsync(company, "Структура", await PostTables.FillAsync(["6", "Менеджер"], ["7", "Кассир"]));
        Assert.Contains("в отдел 7 вы добавлять посты не можете", maria.Screen.Text, StringComparison.Ordinal);
        await maria.PressAsync("Продолжить");
        await maria.PressAsync("✅");
        await maria.SettleJobsAsync(company);
        Assert.Equal(22, await CountAsync(founded));

        var vera = await founded.HireAsync("Вера", "ru");
        await vera.PressAsync("Структура");
        Assert.False(vera.Screen.HasButton("📥"));
    }

    [Fact]
    public async Task Who_lost_the_post_before_the_yes_adds_nothing()
    {
        var founded = await TestCompany.FoundAsync(company.Host, "Поздно", "ru");
        var maria = await founded.HireAsync("Мария", position: 6, "ru");
        await maria.SendTableAsync(company, "Структура", await PostTables.FillAsync(["6", "Менеджер"]));
        await maria.PressAsync("Продолжить");
        await company.Host.ExecuteAsync("update core.holdings set until = greatest(now(), since) where company_id = $1 and position_id = (select id from core.positions where company_id = $1 and number = 6) and until is null", founded.Id);
        await maria.PressAsync("✅");
        await maria.SettleJobsAsync(company);

        Assert.Equal(21, await CountAsync(founded));
    }

    [Fact]
    public async Task What_is_no_table_is_refused_in_words_that_help()
    {
        var founded = await TestCompany.FoundAsync(company.Host, "Не то", "ru");
        var owner = founded.Owner;
        await owner.PressAsync("Структура");
        await owner.PressAsync("📥");
        await owner.PressAsync("📤");
        await owner.SayAsync("вот таблица");
        Assert.Contains("Здесь нужен файл", owner.Screen.Text, StringComparison.Ordinal);
        await owner.SendFileAsync("document", "посты.pdf", new byte[] { 1 });
        Assert.Contains("«посты.pdf» не подходит", owner.Screen.Text, StringComparison.Ordinal);
        await owner.SendFileAsync("document", "посты.xlsx", new byte[(5 * 1024 * 1024) + 1]);
        Assert.Contains("слишком большой", owner.Screen.Text, StringComparison.Ordinal);
        await owner.SendFileAsync("document", "посты.xlsx", new byte[] { 1, 2, 3 });
        await owner.SettleJobsAsync(company);
        Assert.Contains(owner.Messages, message => message.Text.Contains("Это не таблица .xlsx", StringComparison.Ordinal));

        await owner.SayAsync("/menu");
        await owner.SendFileAsync("document", "посты.xlsx", new byte[] { 1, 2, 3 });
        Assert.Contains("пока не читаю", owner.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_template_is_a_table_that_can_be_filled_in()
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Шаблон");
        await owner.PressAsync("Структура");
        await owner.PressAsync("📥");
        await owner.PressAsync("📄");
        await owner.SettleJobsAsync(company);

        Assert.Equal(["Номер отдела", "Название поста", "Кого пригласить"], Assert.Single(await PostTables.ReadSentAsync(company, owner)).Cells);
    }

    [Fact]
    public async Task Five_thousand_rows_are_added_at_once()
    {
        var founded = await TestCompany.FoundAsync(company.Host, "Большая", "ru");
        await founded.Owner.SendTableAsync(company, "Структура", await PostTables.FillAsync([.. Enumerable.Range(0, 5000).Select(i => new[] { $"{(i % 21) + 1}", $"Специалист {i}" })]));
        Assert.Contains("5\u00A0000 постов", founded.Owner.Screen.Text, StringComparison.Ordinal);
        await founded.Owner.PressAsync("Продолжить");
        await founded.Owner.PressAsync("✅");
        await founded.Owner.SettleJobsAsync(company);
        Assert.Equal(5021, await CountAsync(founded));

        await founded.Owner.SendTableAsync(company, "Структура", await PostTables.FillAsync([.. Enumerable.Range(0, 5001).Select(i => new[] { "1", $"Ещё {i}" })]));
        Assert.Contains(founded.Owner.Messages, message => message.Text.Contains("слишком много строк", StringComparison.Ordinal));
    }

    private async Task<long> CountAsync(TestCompany founded) =>
        await company.Host.QueryAsync<long>("select count(*) from core.positions where company_id = $1", founded.Id);
}
