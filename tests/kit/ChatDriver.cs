using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Npgsql;

namespace DrAivBot.Testing;

/// <summary>
/// The chat with the bot, from the users' side: makes users, and waits until everything that an act caused is done. It
/// knows the host only by its HTTP address and its database.
/// </summary>
public sealed class ChatDriver : IDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(60);

    // Taken in and stored is one transaction; answered, forgotten and written to the outbox is one; so this is never true in between.
    private const string AskSettled = """
        select exists (select from core.seen where bot_id = $1 and update_id = any($2) having count(*) = cardinality($2))
            and not exists (select from core.inbox where bot_id = $1 and lane = $3)
            and not exists (select from core.outbox where bot_id = $1 and chat_id = any($4))
        """;

    private readonly TestHost _host;
    private readonly CancellationToken _cancellationToken;
    private readonly HttpClient _http = new();
    private readonly NpgsqlDataSource _database;
    private long _botId;

    internal ChatDriver(TestHost host, TimeSpan deadline, CancellationToken cancellationToken)
    {
        (_host, Deadline, _cancellationToken) = (host, deadline, cancellationToken);
        _database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(host.ConnectionString)
        {
            ApplicationName = "test chat",
            MaxPoolSize = 8,
        });
    }

    /// <summary>How long an act may take until everything it caused is done.</summary>
    public TimeSpan Deadline { get; set; }

    /// <summary>The bot's Telegram id.</summary>
    public long BotId => _botId;

    /// <summary>A new user, who has written nothing yet.</summary>
    /// <param name="name">Their first name in Telegram, 1 to 64 characters.</param>
    /// <param name="language">The language of their Telegram, for example <c>ru</c>.</param>
    /// <returns>The user.</returns>
    public async Task<ChatUser> NewUserAsync(string name, string language)
    {
        var user = await PostAsync("users", new() { ["name"] = name, ["language"] = language });
        return new(this, user["id"]!.GetValue<long>(), name, language);
    }

    /// <summary>A new user who registers a company through the conversation and holds all its posts.</summary>
    /// <param name="name">Their first name in Telegram.</param>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    /// <param name="company">The company's name.</param>
    /// <returns>The owner, in front of the screen that follows the registration.</returns>
    public async Task<ChatUser> NewOwnerAsync(string name, string language, string company)
    {
        var owner = await NewUserAsync(name, language);
        await owner.RegisterCompanyAsync(company);
        return owner;
    }

    /// <summary>Sends an update of any kind, as a test wrote it.</summary>
    /// <param name="update">A Telegram Update without <c>update_id</c>.</param>
    /// <returns>Its id; null when the bot did not ask Telegram for this kind and never gets it.</returns>
    public async Task<long?> SendUpdateAsync(JsonObject update) => (await PostAsync("update", update))["update_id"]?.GetValue<long>();

    /// <summary>Waits until updates are taken in and all that a lane and chats had to do is done.</summary>
    /// <param name="updateIds">The updates.</param>
    /// <param name="lane">The Telegram id of the user they come from, or of the chat when they name none.</param>
    /// <param name="chatIds">The chats the answers go to.</param>
    /// <returns>When everything is done.</returns>
    /// <exception cref="ChatException">It took longer than <see cref="Deadline"/>.</exception>
    public async Task SettleAsync(IReadOnlyCollection<long> updateIds, long lane, params long[] chatIds)
    {
        var until = TimeProvider.System.GetTimestamp();
        for (var pause = TimeSpan.FromMilliseconds(4); !await IsSettledAsync(updateIds, lane, chatIds); pause *= 1.5)
        {
            if (TimeProvider.System.GetElapsedTime(until) > Deadline)
            {
                throw new ChatException(
                    $"Not everything was done {Deadline.TotalSeconds:0} s after update {string.Join(", ", updateIds)} of {lane}.\n{await DescribeAsync(lane)}");
            }

            pause = pause < LongestPause ? pause : LongestPause;
            await Task.Delay(pause, TimeProvider.System, _cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _database.Dispose();
    }

    internal async Task ConnectAsync()
    {
        var info = await GetAsync("info");
        _botId = info["bot"]!["id"]!.GetValue<long>();
    }

    internal async Task<JsonObject> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(_host.Address, "sandbox/" + path), _cancellationToken);
        return await ReadAsync(path, answer);
    }

    internal async Task<JsonObject> PostAsync(string path, JsonObject body)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(_host.Address, "sandbox/" + path), body, _cancellationToken);
        return await ReadAsync(path, answer);
    }

    internal async Task<IReadOnlyList<ChatMessage>> ReadMessagesAsync(long chatId) =>
        [.. (await ReadChangesAsync(chatId, after: 0)).Changes.Where(message => !message.Deleted)];

    /// <summary>What was written, edited or deleted in a chat after a change, and the number of the latest change of all chats.</summary>
    internal async Task<(IReadOnlyList<ChatMessage> Changes, long Latest)> ReadChangesAsync(long chatId, long after)
    {
        var answer = await GetAsync(string.Create(CultureInfo.InvariantCulture, $"chats/{chatId}/messages?after={after}"));
        return ([.. answer["messages"]!.AsArray().Select(json => ChatMessage.Of(json!))], answer["seq"]!.GetValue<long>());
    }

    private async Task<JsonObject> ReadAsync(string path, HttpResponseMessage answer)
    {
        var json = await answer.Content.ReadFromJsonAsync<JsonObject>(_cancellationToken) ?? [];
        return answer.IsSuccessStatusCode
            ? json
            : throw new ChatException($"The sandbox refused {path} ({(int)answer.StatusCode}): {json["error"]}");
    }

    private async Task<bool> IsSettledAsync(IReadOnlyCollection<long> updateIds, long lane, long[] chatIds)
    {
        await using var command = _database.CreateCommand(AskSettled);
        command.Parameters.Add(new() { Value = _botId });
        command.Parameters.Add(new() { Value = updateIds.ToArray() });
        command.Parameters.Add(new() { Value = lane });
        command.Parameters.Add(new() { Value = chatIds });
        return await command.ExecuteScalarAsync(_cancellationToken) is true;
    }

    private async Task<string> DescribeAsync(long userId) =>
        "The chat so far:\n" + string.Join('\n', (await ReadMessagesAsync(userId)).Select(message => message.ToString()));
}
