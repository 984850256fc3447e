using System.IO.Compression;
using System.Text.Json.Nodes;
using DrAivBot.Testing;

namespace DrAivBot.Analysis.Tests.Conversations;

/// <summary>One running host for all tests of a class; each test brings a company of its own.</summary>
public class AnalysisHost(PostgresFixture postgres) : IAsyncLifetime
{
    public TestHost Host { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Host = await TestHost.StartAsync(
        postgres,
        With(new() { Modules = [TestModule.Company, Analysis.Module], Deadline = TimeSpan.FromSeconds(90) }),
        TestContext.Current.CancellationToken);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        // There is none when its start failed, whose words are what the run is to show.
        return Host is null ? ValueTask.CompletedTask : Host.DisposeAsync();
    }

    /// <summary>A company that may be disturbed at any hour, so that a test does not depend on the hour it runs at.</summary>
    public async Task<TestCompany> FoundAsync(string name, string language = "en")
    {
        var firm = await TestCompany.FoundAsync(Host, name, language);
        await Host.ExecuteAsync("update core.companies set quiet_from = '00:00', quiet_until = '00:00' where company_id = $1", firm.Id);
        return firm;
    }

    /// <summary>Everything under way is done, and the user has read the chat.</summary>
    public async Task SettleAsync(ChatUser user)
    {
        await Host.SettleJobsAsync();
        await Host.Chat.SettleAsync([], user.Id, user.Id);
        await user.RefreshAsync();
    }

    /// <summary>One message of the bot says all of this.</summary>
    public async Task ToldAsync(ChatUser user, params string[] words)
    {
        await SettleAsync(user);
        Walk.HasTold(user, words);
    }

    public async Task<int> TimesToldAsync(ChatUser user, string words)
    {
        await SettleAsync(user);
        return user.Messages.Count(message => message.FromBot && message.Text.Contains(words, StringComparison.Ordinal));
    }

    /// <summary>The head of a division that had none, who is nothing else.</summary>
    public async Task<ChatUser> HireHeadAsync(TestCompany firm, string name, int division, string language = "en")
    {
        var head = await firm.HireAsync(name, language);
        await Host.ExecuteAsync(
            """
            with post as (
                insert into core.positions (company_id, id, number, kind, division_number, created_at)
                select $1, gen_random_uuid(), max(number) + 1, 'division_head', $2, now() from core.positions where company_id = $1 returning id)
            insert into core.holdings (company_id, id, position_id, user_id, since)
            select $1, gen_random_uuid(), post.id, u.id, now() from post, core.users u where u.telegram_id = $3
            """,
            firm.Id, (short)division, head.Id);
        await head.SayAsync("/menu");
        return head;
    }

    public async Task<byte[]> DownloadAsync(JsonNode file)
    {
        using var http = new HttpClient();
        return await http.GetByteArrayAsync(new Uri(Host.Address, $"sandbox/files/{file["file_unique_id"]!.GetValue<string>()}"), TestContext.Current.CancellationToken);
    }

    /// <summary>The latest document a user got.</summary>
    public static JsonNode DocumentOf(ChatUser user) => user.Messages.Last(message => message.Json["document"] is not null).Json["document"]!;

    /// <summary>All parts of a workbook as text.</summary>
    public static async Task<string> ReadWorkbookAsync(byte[] bytes)
    {
        await using var zip = new ZipArchive(new MemoryStream(bytes));
        var parts = new List<string>();
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
            parts.Add(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }

        return string.Concat(parts);
    }

    /// <summary>For a look at what was made, where somebody asks for it.</summary>
    public async Task KeepForLookingAsync(string name, JsonNode file)
    {
        if (Environment.GetEnvironmentVariable("DRAIVBOT_TEST_ARTIFACTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), await DownloadAsync(file), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>How the host is, when it is not as usual.</summary>
    protected virtual TestHostOptions With(TestHostOptions options) => options;
}
