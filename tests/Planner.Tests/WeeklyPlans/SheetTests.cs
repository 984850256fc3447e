using System.IO.Compression;
using System.Text.Json.Nodes;
using DrAivBot.Testing;

namespace DrAivBot.Planner.Tests.WeeklyPlans;

public sealed class SheetTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Friday = 4;
    private WeekStage _stage = null!;

    public async ValueTask InitializeAsync() => _stage = await WeekStage.OpenAsync(postgres);

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Theory]
    [InlineData("en", "Company sheet", "Planned: 2 of 3", "Picture", "Excel", "The sheet is ready", "Waiting for agreement")]
    [InlineData("ru", "Сводка компании", "Запланировали: 2 из 3", "Картинка", "Excel", "Сводка готова", "На согласовании")]
    public async Task The_executive_gets_one_company_sheet_as_screen_picture_and_workbook(
        string language, string open, string planned, string picture, string workbook, string ready, string state)
    {
        var words = PlanWords.Of(language);
        var firm = await _stage.FoundAsync(language);
        var egor = await firm.HireAsync("Egor", position: 19, language);
        var boris = await firm.HireAsync("Boris", position: 6, language);
        await _stage.GoToAsync(Friday, 16, 0);
        await PlanWalks.SendAsync(firm.Owner, words);
        await PlanWalks.SendAsync(boris, words);
        await boris.SayAsync("/plan");
        Assert.False(boris.Screen.HasButton(open));

        await egor.SayAsync("/plan");
        await egor.PressAsync(open);
        PlanWalks.Has(egor, planned);
        await egor.PressAsync(" 2 · ");
        Assert.True(egor.Screen.HasButton("⏳ Boris"));
        await egor.PressAsync("Boris");
        PlanWalks.Has(egor, "Task 1 of Boris");
        await egor.SayAsync("/plan");
        await egor.PressAsync(open);
        await egor.PressAsync(picture);
        await _stage.ToldAsync(egor, ready);
        Assert.Single(egor.Messages, message => message.Json["photo"] is not null);
        await egor.PressAsync(workbook);
        await _stage.ToldAsync(egor, ready);

        var file = Assert.Single(egor.Messages, message => message.Json["document"] is not null).Json["document"]!;
        Assert.EndsWith(".xlsx", file["file_name"]!.GetValue<string>(), StringComparison.Ordinal);
        var said = await ReadAsync(file);
        Assert.All(["Boris", "Egor", "Anna", "Task 1 of Boris", state], word => Assert.Contains(word, said, StringComparison.Ordinal));
    }

    /// <summary>All texts of a workbook.</summary>
    private async Task<string> ReadAsync(JsonNode file)
    {
        using var http = new HttpClient();
        var bytes = await http.GetByteArrayAsync(new Uri(_stage.Host.Address, $"sandbox/files/{file["file_unique_id"]!.GetValue<string>()}"), TestContext.Current.CancellationToken);
        await using var zip = new ZipArchive(new MemoryStream(bytes));
        var parts = new List<string>();
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
            parts.Add(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }

        return string.Concat(parts);
    }
}
