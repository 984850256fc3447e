using System.Text.Json.Nodes;
using DrAivBot.Host.Reports;
using DrAivBot.Host.Reports.Pictures;
using DrAivBot.Testing;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace DrAivBot.Company.Tests.Conversations;

public sealed class ChartFileTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ru", "Структура", "Картинка", "Готово", "Структура компании «Северный ветер»")]
    [InlineData("en", "Structure", "Picture", "Done", "Structure of “Северный ветер”")]
    public async Task The_structure_comes_as_pictures_to_look_at_and_as_a_file_to_print(string language, string structure, string picture, string done, string title)
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", language, "Северный ветер");
        await owner.PressAsync(structure);
        await owner.PressAsync(picture);
        Assert.NotNull(owner.Toast);
        await SettleAsync(owner);

        Assert.Equal(8, owner.Messages.Count(message => message.Json["photo"] is not null));
        var file = Assert.Single(owner.Messages, message => message.Json["document"] is not null).Json["document"]!;
        Assert.Matches("^Северный ветер, .* 20..-..-..\\.png$", file["file_name"]!.GetValue<string>());
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await DownloadAsync(file))[..4]);
        Assert.Contains(owner.Messages, message => message.FromBot && message.Text.Contains(done, StringComparison.Ordinal));
        Assert.Contains(owner.Messages, message => message.Text.StartsWith("🏛 " + title, StringComparison.Ordinal));
        Assert.True(owner.Screen.HasButton(picture));
    }

    [Theory]
    [InlineData("ru", "Структура", "Начальник отдела продаж", "Временно")]
    [InlineData("en", "Structure", "Head of Sales", "Temporary")]
    public async Task The_structure_comes_as_a_workbook_of_posts_and_staff(string language, string structure, string post, string state)
    {
        var founded = await TestCompany.FoundAsync(company.Host, "=1+1 & Co", language);
        var boris = await founded.HireAsync("Борис", position: 6, language);
        await boris.PressAsync(structure);
        await boris.PressAsync("Excel");
        await SettleAsync(boris);

        var file = Assert.Single(boris.Messages, message => message.Json["document"] is not null).Json["document"]!;
        Assert.EndsWith(".xlsx", file["file_name"]!.GetValue<string>(), StringComparison.Ordinal);
        using var reports = new ReportService(new BoardFonts());
        var lines = (await reports.ReadAsync(await DownloadAsync(file), new(), Cancel)).Lines;
        Assert.Equal("=1+1 & Co", lines[0].At(0));
        Assert.Equal(2 + 1 + 21, lines.Count);
        Assert.Equal(["19", "20", "21", "1", "2"], lines.Skip(3).Take(5).Select(line => line.At(0)));
        Assert.Contains(lines, line => line.At(1) == post && line.At(2) == "Борис" && line.At(3) != state);
        Assert.Equal(19, lines.Count(line => line.At(3) == state));
    }

    [Theory]
    [InlineData("ru", "Структура", "Сотрудники", "Начальник отдела продаж", "без поста")]
    [InlineData("en", "Structure", "Staff", "Head of Sales", "no post")]
    public async Task The_second_sheet_of_the_workbook_is_the_staff_with_their_posts_and_what_they_mind_for_the_time_being(
        string language, string structure, string staff, string post, string none)
    {
        var founded = await TestCompany.FoundAsync(company.Host, "Штат", language);
        var boris = await founded.HireAsync("Борис", position: 6, language);
        await founded.HireAsync("Вера", language);
        await boris.PressAsync(structure);
        await boris.PressAsync("Excel");
        await SettleAsync(boris);

        var file = Assert.Single(boris.Messages, message => message.Json["document"] is not null).Json["document"]!;
        using var bytes = new MemoryStream(await DownloadAsync(file));
        var book = new XSSFWorkbook(bytes);
        Assert.Equal(2, book.NumberOfSheets);
        var sheet = book.GetSheet(staff);
        var rows = Enumerable.Range(0, sheet.LastRowNum + 1).Select(sheet.GetRow).OfType<IRow>();
        var people = rows.ToDictionary(row => TextAt(row, 0), row => (Own: TextAt(row, 1), Minded: TextAt(row, 2)), StringComparer.Ordinal);
        Assert.Equal(($"6 · {post}", ""), people["Борис"]);
        Assert.Equal((none, ""), people["Вера"]);
        Assert.StartsWith("21 · ", people["Anna"].Own, StringComparison.Ordinal);
        Assert.Equal(19, people["Anna"].Minded.Split('\n').Length);
    }

    [Fact]
    public async Task Two_taps_make_one_file()
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Два касания");
        await owner.PressAsync("Структура");
        await owner.TapTwiceAsync("Excel");
        await SettleAsync(owner);

        Assert.Single(owner.Messages, message => message.Json["document"] is not null);
    }

    private static string TextAt(IRow row, int column) => row.GetCell(column)?.ToString() ?? "";

    private async Task SettleAsync(ChatUser user)
    {
        await company.Host.SettleJobsAsync();
        await company.Chat.SettleAsync([], user.Id, user.Id);
        await user.RefreshAsync();
    }

    private async Task<byte[]> DownloadAsync(JsonNode file)
    {
        using var http = new HttpClient();
        return await http.GetByteArrayAsync(new Uri(company.Host.Address, $"sandbox/files/{file["file_unique_id"]!.GetValue<string>()}"), Cancel);
    }
}
