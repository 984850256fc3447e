using DrAivBot.Host.Reports;
using DrAivBot.Host.Reports.Pictures;
using DrAivBot.Reports;
using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.Conversations;

/// <summary>Tables of posts as people fill them in and send them.</summary>
internal static class PostTables
{
    private static readonly string[] Titles = ["Номер отдела", "Название поста", "Кого пригласить"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<byte[]> FillAsync(params IReadOnlyList<string>[] rows)
    {
        using var reports = new ReportService(new BoardFonts());
        var sheet = new Sheet
        {
            Name = "Посты",
            Columns = [.. Titles.Select(title => new SheetColumn { Title = title })],
            Rows = [.. rows.Select(IReadOnlyList<Cell> (row) => [.. row.Select(cell => int.TryParse(cell, out var number) ? Cell.Number(number) : Cell.Text(cell))])],
        };
        return (await reports.WriteAsync(new() { Sheets = [sheet] }, Cancel)).ToArray();
    }

    /// <summary>The rows of the only table that the bot has sent, its header first.</summary>
    public static async Task<IReadOnlyList<SheetLine>> ReadSentAsync(CompanyHost company, ChatUser user)
    {
        var file = Assert.Single(user.Messages, message => message.Json["document"] is not null && message.FromBot).Json["document"]!;
        using var http = new HttpClient();
        var bytes = await http.GetByteArrayAsync(new Uri(company.Host.Address, $"sandbox/files/{file["file_unique_id"]!.GetValue<string>()}"), Cancel);
        using var reports = new ReportService(new BoardFonts());
        return (await reports.ReadAsync(bytes, new(), Cancel)).Lines;
    }

    public static async Task SendTableAsync(this ChatUser user, CompanyHost company, string structure, byte[] table)
    {
        await user.SayAsync("/menu");
        await user.PressAsync(structure);
        await user.PressAsync("📥");
        await user.PressAsync("📤");
        await user.SendFileAsync("document", "посты.XLSX", table);
        await user.SettleJobsAsync(company);
    }

    /// <summary>Agrees to what was shown.</summary>
    public static async Task AgreeAsync(this ChatUser user, CompanyHost company, string go = "Продолжить")
    {
        await user.PressAsync(go);
        await user.TapTwiceAsync("✅");
        await user.SettleJobsAsync(company);
    }

    public static async Task SettleJobsAsync(this ChatUser user, CompanyHost company)
    {
        await company.Host.SettleJobsAsync();
        await company.Chat.SettleAsync([], user.Id, user.Id);
        await user.RefreshAsync();
    }
}
