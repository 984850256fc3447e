using System.IO.Compression;
using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.PersonalData;

/// <summary>A running host whose database also has rows of a module that is not loaded.</summary>
public sealed class DiaryHost(PostgresFixture postgres) : IAsyncLifetime
{
    public TestHost Host { get; private set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Host = await TestHost.StartAsync(postgres, Cancel);
        await DiaryModule.AddAsync(Host, Cancel);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public async Task<Guid> UserIdAsync(ChatUser user) => await Host.QueryAsync<Guid>("select id from core.users where telegram_id = $1", user.Id);

    public async Task SettleAsync(ChatUser user)
    {
        await Host.SettleJobsAsync();
        await Host.Chat.SettleAsync([], user.Id, user.Id);
        await user.RefreshAsync();
    }

    /// <summary>The only archive in a chat, by the names of its files.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OpenArchiveAsync(ChatUser user)
    {
        var file = Assert.Single(user.Messages, message => message.Json["document"] is not null).Json["document"]!;
        using var http = new HttpClient();
        var bytes = await http.GetByteArrayAsync(new Uri(Host.Address, $"sandbox/files/{file["file_unique_id"]!.GetValue<string>()}"), Cancel);
        await using var zip = new ZipArchive(new MemoryStream(bytes));
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(Cancel));
            files[entry.FullName] = await reader.ReadToEndAsync(Cancel);
        }

        return files;
    }
}
