using System.Text;
using DrAivBot.Delivery;
using DrAivBot.Files;
using DrAivBot.Host.Configuration;
using DrAivBot.Host.Privacy;
using DrAivBot.Organisation;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Privacy;

public sealed class KeptFilesTests : IDisposable
{
    private static readonly CompanyId North = new(Guid.Parse("0192aaaa-0000-7000-8000-000000000001"));
    private static readonly CompanyId South = new(Guid.Parse("0192aaaa-0000-7000-8000-000000000002"));
    private readonly TestDirectory _directory = new();

    private KeptFiles Files => new(new DirectorySettings { DataDirectory = _directory.Path, PluginsFile = "" });

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_file_is_read_as_it_was_kept_and_replaced_as_a_whole()
    {
        var files = Files.For(North, "analysis");
        await KeepAsync(files, KeptFolder.Reports, "report.xlsx", "first and long");
        await KeepAsync(files, KeptFolder.Reports, "report.xlsx", "second");
        Assert.Equal("second", await ReadAsync(files, KeptFolder.Reports, "report.xlsx"));
        Assert.Null(await ReadAsync(files, KeptFolder.Responses, "report.xlsx"));
        Assert.Equal(
            [Path.Combine(_directory.Path, "reports", North.ToString(), "analysis", "report.xlsx")],
            Directory.GetFiles(_directory.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Companies_and_modules_do_not_see_each_others_files_and_a_company_goes_with_its_own()
    {
        foreach (var folder in Enum.GetValues<KeptFolder>())
        {
            await KeepAsync(Files.For(North, "analysis"), folder, "a.json", "north");
            await KeepAsync(Files.For(South, "analysis"), folder, "a.json", "south");
        }

        Assert.Equal("north", await ReadAsync(Files.For(North, "analysis"), KeptFolder.Responses, "a.json"));
        Assert.Null(await ReadAsync(Files.For(North, "planner"), KeptFolder.Responses, "a.json"));

        Files.Remove(North);
        Assert.Null(await ReadAsync(Files.For(North, "analysis"), KeptFolder.Reports, "a.json"));
        Assert.Null(await ReadAsync(Files.For(North, "analysis"), KeptFolder.Responses, "a.json"));
        Assert.Equal("south", await ReadAsync(Files.For(South, "analysis"), KeptFolder.Reports, "a.json"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../other")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("/etc/passwd")]
    [InlineData(".hidden")]
    [InlineData("отчёт.xlsx")]
    [InlineData("a\n")]
    [InlineData("a\0b")]
    public async Task A_name_that_could_lead_elsewhere_is_refused(string name)
    {
        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => KeepAsync(Files.For(North, "analysis"), KeptFolder.Reports, name, "x"));
        Assert.Contains("cannot name a kept file", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => ReadAsync(Files.For(North, "analysis"), KeptFolder.Reports, name));
        Assert.Empty(Directory.GetFileSystemEntries(_directory.Path));
    }

    [Fact]
    public async Task Work_without_a_company_and_what_no_chat_takes_are_refused()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => KeepAsync(Files.For(company: null, "analysis"), KeptFolder.Reports, "a", "x"));
        await Assert.ThrowsAsync<ArgumentException>(() => Files.For(North, "analysis").KeepAsync(
            KeptFolder.Reports, "a", new byte[Attachment.MaxBytes + 1], TestContext.Current.CancellationToken));
    }

    private static Task KeepAsync(IKeptFiles files, KeptFolder folder, string name, string content) =>
        files.KeepAsync(folder, name, Encoding.UTF8.GetBytes(content), TestContext.Current.CancellationToken);

    private static async Task<string?> ReadAsync(IKeptFiles files, KeptFolder folder, string name) =>
        await files.ReadAsync(folder, name, TestContext.Current.CancellationToken) is { } content ? Encoding.UTF8.GetString(content.Span) : null;
}
