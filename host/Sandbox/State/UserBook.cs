using System.Globalization;
using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.State;

/// <summary>The people who can write to a bot.</summary>
internal sealed class UserBook(Journal journal) : IJournaled
{
    private const long FirstId = 1_001;

    private readonly SortedDictionary<long, SandboxUser> users = [];

    public string Prefix => "user";

    public IReadOnlyCollection<SandboxUser> All => users.Values;

    public long FreeId()
    {
        var id = FirstId;
        while (users.ContainsKey(id))
        {
            id++;
        }

        return id;
    }

    public SandboxUser? Find(long id) => users.GetValueOrDefault(id);

    public SandboxUser Put(SandboxUser user)
    {
        if (Find(user.Id) != user)
        {
            users[user.Id] = user;
            journal.Write($"user/{user.Id}", user.ToEntry());
        }

        return user;
    }

    public void Clear() => users.Clear();

    public void Restore(string key, JsonNode? value)
    {
        if (value is not null && long.TryParse(key, CultureInfo.InvariantCulture, out var id))
        {
            users[id] = SandboxUser.FromEntry(id, value);
        }
    }

    public IEnumerable<(string Key, JsonNode Value)> Entries() =>
        users.Values.Select(u => (u.Id.ToString(CultureInfo.InvariantCulture), (JsonNode)u.ToEntry()));
}
