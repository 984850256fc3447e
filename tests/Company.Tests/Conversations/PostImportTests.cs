using DrAivBot.Host.Reports;
using DrAivBot.Host.Reports.Pictures;
using DrAivBot.Reports;
using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.Conversations;

public sealed class PostImportTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ru", "Структура", "Продолжить", "2 поста", "Строка 3, «Номер отдела»: «22»", "Строка 4, «Название поста»: пусто", "добавлены 2 поста", "уже есть")]
    [InlineData("en", "Structure", "Continue", "2 posts to add", "Row 3, “Department number”: “22”", "Row 4, “Name of the post”: empty", "2 posts added", "already")]
    public async Task A_table_is_shown_with_the_errors_of_its_rows_before_anything_is_added(
        string language, string structure, string go, string counts, string department, string name, string done, string present)
    {
        var founded = await TestCompany.FoundAsync(company.Host, "Северный ветер", language);
        var owner = founded.Owner;
        var table = await TableAsync(("6", "Менеджер по продажам"), ("22", "Никто"), ("6 · Отдел продаж", ""), ("7", "=cmd|'/c calc'!A1"));
        await SendAsync(owner, structure, table);

        Assert.Contains(counts, owner.Screen.Text, StringComparison.Ordinal);
        Assert.Contains(department, owner.Screen.Text, StringComparison.Ordinal);
        Assert.Contains(name, owner.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(21, await CountAsync(founded));

        await owner.PressAsync(go);
        await owner.TapTwiceAsync("✅");
        await SettleAsync(owner);
        Assert.Contains(owner.Messages, message => message.Text.Contains(done, StringComparison.Ordinal));
        Assert.Equal(23, await CountAsync(founded));
        Assert.Equal(["22 6 Менеджер по продажам", "23 7 =cmd|'/c calc'!A1"], await company.Host.ListAsync<string>(
            "select number || ' ' || department_number || ' ' || name from core.positions where company_id = $1 and number > 21 order by number", founded.Id));
        Assert.Equal(1, await company.Host.QueryAsync<long>("select count(*) from core.audit where company_id = $1 and act = 'posts.imported' and user_id is not null", founded.Id));

        await SendAsync(owner, structure, table);
        Assert.Contains(present, owner.Screen.Text, StringComparison.Ordinal);
        Assert.False(owner.Screen.HasButton(go));
    }

    [Fact]
    public async Task A_head_adds_to_the_own_department_only_and_an_employee_nowhere()
    {
        var founded = await TestCompany.FoundAsync(company.Host, "Два отдела", "ru");
        var maria = await founded.HireAsync("Мария", position: 6, "ru");
        await SendAsync(maria, "Структура", await TableAsync(("6", "Менеджер"), ("7", "Кассир")));
        Assert.Contains("в отдел 7 вы добавлять посты не можете", maria.Screen.Text, StringComparison.Ordinal);
        await maria.PressAsync("Продолжить");
        await maria.PressAsync("✅");
        await SettleAsync(maria);
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
        await SendAsync(maria, "Структура", await TableAsync(("6", "Менеджер")));
        await maria.PressAsync("Продолжить");
        await company.Host.ExecuteAsync("update core.holdings set until = greatest(now(), since) where company_id = $1 and position_id = (select id from core.positions where company_id = $1 and number = 6) and until is null", founded.Id);
        await maria.PressAsync("✅");
        await SettleAsync(maria);

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
        await SettleAsync(owner);
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
        await SettleAsync(owner);

        var file = Assert.Single(owner.Messages, message => message.Json["document"] is not null).Json["document"]!;
        using var http = new HttpClient();
        var bytes = await http.GetByteArrayAsync(new Uri(company.Host.Address, $"sandbox/files/{file["file_unique_id"]!.GetValue<string>()}"), Cancel);
        using var reports = new ReportService(new BoardFonts());
        Assert.Equal(["Номер отдела", "Название поста"], Assert.Single((await reports.ReadAsync(bytes, new(), Cancel)).Lines).Cells);
    }

    [Fact]
    public async Task Five_thousand_rows_are_added_at_once()
    {
        var founded = await TestCompany.FoundAsync(company.Host, "Большая", "ru");
        await SendAsync(founded.Owner, "Структура", await TableAsync([.. Enumerable.Range(0, 5000).Select(i => ($"{(i % 21) + 1}", $"Специалист {i}"))]));
        Assert.Contains("5\u00A0000 постов", founded.Owner.Screen.Text, StringComparison.Ordinal);
        await founded.Owner.PressAsync("Продолжить");
        await founded.Owner.PressAsync("✅");
        await SettleAsync(founded.Owner);
        Assert.Equal(5021, await CountAsync(founded));

        await SendAsync(founded.Owner, "Структура", await TableAsync([.. Enumerable.Range(0, 5001).Select(i => ("1", $"Ещё {i}"))]));
        Assert.Contains(founded.Owner.Messages, message => message.Text.Contains("слишком много строк", StringComparison.Ordinal));
    }

    private static async Task<byte[]> TableAsync(params (string Department, string Name)[] rows)
    {
        using var reports = new ReportService(new BoardFonts());
        var sheet = new Sheet
        {
            Name = "Посты",
            Columns = [new() { Title = "Номер отдела" }, new() { Title = "Название поста" }],
            Rows = [.. rows.Select(IReadOnlyList<Cell> (row) => [int.TryParse(row.Department, out var number) ? Cell.Number(number) : Cell.Text(row.Department), Cell.Text(row.Name)])],
        };
        return (await reports.WriteAsync(new() { Sheets = [sheet] }, Cancel)).ToArray();
    }

    private async Task SendAsync(ChatUser user, string structure, byte[] table)
    {
        await user.SayAsync("/menu");
        await user.PressAsync(structure);
        await user.PressAsync("📥");
        await user.PressAsync("📤");
        await user.SendFileAsync("document", "посты.XLSX", table);
        await SettleAsync(user);
    }

    private async Task SettleAsync(ChatUser user)
    {
        await company.Host.SettleJobsAsync();
        await company.Chat.SettleAsync([], user.Id, user.Id);
        await user.RefreshAsync();
    }

    private async Task<long> CountAsync(TestCompany founded) =>
        await company.Host.QueryAsync<long>("select count(*) from core.positions where company_id = $1", founded.Id);
}
