using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.State;

/// <summary>All that is known about one bot. Whoever reads or changes it holds <see cref="Gate"/>.</summary>
internal sealed class SandboxBot : IDisposable
{
    private readonly Journal journal;
    private readonly IJournaled[] parts;

    public SandboxBot(long id, string directory, bool isHost, ILogger logger, TimeProvider clock)
    {
        Id = id;
        Clock = clock;
        DefaultName = isHost ? "DrAivBot" : $"Bot {id}";
        Username = isHost ? "DrAivSandboxBot" : $"sandbox_{id}_bot";
        journal = new Journal(Path.Combine(directory, "journal.jsonl"), logger);
        Events = new EventStream(clock);
        Chats = new ChatBook(journal, Events, clock);
        Users = new UserBook(journal);
        Updates = new UpdateQueue(journal, clock);
        Presses = new CallbackPresses(journal, Events, clock);
        Files = new FileShelf(Path.Combine(directory, "files"), journal);
        Settings = new BotSettings(journal);
        parts = [Users, Chats, Updates, Presses, Files, Settings];
        Restore();
    }

    public Lock Gate { get; } = new();

    public long Id { get; }

    public string DefaultName { get; }

    public string Username { get; }

    public TimeProvider Clock { get; }

    public EventStream Events { get; }

    public ChatBook Chats { get; }

    public UserBook Users { get; }

    public UpdateQueue Updates { get; }

    public CallbackPresses Presses { get; }

    public FileShelf Files { get; }

    public BotSettings Settings { get; }

    public Webhook Webhook => Webhook.Read(Settings);

    public CallLog Calls { get; } = new();

    public FaultBox Faults { get; } = new();

    public PollTurn Polls { get; } = new();

    public WebhookTrouble WebhookTrouble { get; } = new();

    public string Name => Settings["name:"].String() ?? DefaultName;

    public JsonObject ToTelegram() => new()
    {
        ["id"] = Id,
        ["is_bot"] = true,
        ["first_name"] = Name,
        ["username"] = Username,
    };

    /// <summary>Called after every change, so that the journal does not grow without end.</summary>
    public void Tidy()
    {
        if (journal.IsLong(Chats.Count + Updates.Count))
        {
            journal.Rewrite(Entries());
        }
    }

    public void Reset()
    {
        Chats.Clear();
        Users.Clear();
        Updates.Clear();
        Presses.Clear();
        Files.Clear();
        Faults.Clear();
        Calls.Clear();
        journal.Rewrite(Entries());
        Events.Tell(Events.NextSeq(), 0, "reset", []);
    }

    public void Dispose() => journal.Dispose();

    private IEnumerable<(string Key, JsonNode Value)> Entries() =>
        parts.SelectMany(p => p.Entries().Select(e => ($"{p.Prefix}/{e.Key}", e.Value)));

    private void Restore()
    {
        var byPrefix = parts.ToDictionary(p => p.Prefix, StringComparer.Ordinal);
        foreach (var (key, value) in journal.Read())
        {
            var slash = key.IndexOf('/', StringComparison.Ordinal);
            if (slash > 0 && byPrefix.TryGetValue(key[..slash], out var part))
            {
                part.Restore(key[(slash + 1)..], value);
            }
        }
    }
}
