using System.Globalization;
using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.State;

/// <summary>All chats of a bot. Every change is written to the journal and told to those who watch.</summary>
internal sealed class ChatBook(Journal journal, EventStream events, TimeProvider clock) : IJournaled
{
    private readonly SortedDictionary<long, SandboxChat> chats = [];
    private readonly Counter ids = new(clock);

    public string Prefix => "chat";

    public int Count { get; private set; }

    public long NextMessageId() => ids.Next();

    public SandboxChat? Find(long id) => chats.GetValueOrDefault(id);

    public SandboxChat? FindByUsername(string username) =>
        chats.Values.FirstOrDefault(c => string.Equals(c.Telegram["username"].String(), username, StringComparison.OrdinalIgnoreCase)
            && c.Telegram["type"].String() != "private");

    public SandboxChat Open(JsonObject telegram)
    {
        var id = telegram["id"].Number() ?? 0;
        if (!chats.TryGetValue(id, out var chat))
        {
            chats[id] = chat = new SandboxChat(telegram.DeepClone().AsObject());
            Keep(chat);
        }
        else if (!JsonNode.DeepEquals(chat.Telegram, telegram))
        {
            chat.Telegram = telegram.DeepClone().AsObject();
            Keep(chat);
        }

        return chat;
    }

    public void Keep(SandboxChat chat) => journal.Write($"chat/{chat.Id}", chat.ToEntry());

    public void Add(SandboxChat chat, SandboxMessage message)
    {
        message.Seq = events.NextSeq();
        Count++;
        if (chat.Put(message) is { } forgotten)
        {
            Count--;
            journal.Write($"chat/{chat.Id}/{forgotten.Id}", value: null);
        }

        Tell(chat, message, "message");
    }

    public void Edited(SandboxChat chat, SandboxMessage message)
    {
        message.Seq = events.NextSeq();
        message.Edited = true;
        Tell(chat, message, "edit");
    }

    public void Delete(SandboxChat chat, SandboxMessage message)
    {
        message.Seq = events.NextSeq();
        message.Deleted = true;
        if (chat.Pinned.Remove(message.Id))
        {
            Keep(chat);
        }

        journal.Write($"chat/{chat.Id}/{message.Id}", message.ToEntry());
        events.Tell(message.Seq, chat.Id, "delete", new JsonObject { ["message_id"] = message.Id });
    }

    public void SetKeyboard(SandboxChat chat, JsonObject? keyboard)
    {
        if (JsonNode.DeepEquals(chat.Keyboard, keyboard))
        {
            return;
        }

        chat.Keyboard = keyboard;
        Keep(chat);
        events.Tell(events.NextSeq(), chat.Id, "keyboard", new JsonObject { ["keyboard"] = keyboard?.DeepClone() });
    }

    public void Clear()
    {
        chats.Clear();
        Count = 0;
    }

    public void Restore(string key, JsonNode? value)
    {
        var parts = key.Split('/');
        if (key == "last")
        {
            ids.Saw(value.Number() ?? 0);
        }
        else if (long.TryParse(parts[0], CultureInfo.InvariantCulture, out var chatId))
        {
            RestoreIn(chatId, parts, value);
        }
    }

    public IEnumerable<(string Key, JsonNode Value)> Entries()
    {
        yield return ("last", ids.Last);

        foreach (var chat in chats.Values)
        {
            yield return (chat.Id.ToString(CultureInfo.InvariantCulture), chat.ToEntry());
            foreach (var message in chat.Messages)
            {
                yield return ($"{chat.Id}/{message.Id}", message.ToEntry());
            }
        }
    }

    private void Tell(SandboxChat chat, SandboxMessage message, string kind)
    {
        journal.Write($"chat/{chat.Id}/{message.Id}", message.ToEntry());
        events.Tell(message.Seq, chat.Id, kind, message.ToUserSide());
    }

    private void RestoreIn(long chatId, string[] parts, JsonNode? value)
    {
        if (!chats.TryGetValue(chatId, out var chat))
        {
            chats[chatId] = chat = new SandboxChat(new JsonObject { ["id"] = chatId, ["type"] = "private" });
        }

        if (parts.Length == 1 && value is not null)
        {
            chat.Restore(value);
        }
        else if (parts.Length == 2 && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var messageId))
        {
            ids.Saw(messageId);
            RestoreMessage(chat, messageId, value);
        }
    }

    private void RestoreMessage(SandboxChat chat, long messageId, JsonNode? value)
    {
        if (value is null)
        {
            chat.Forget(messageId);
            Count--;
            return;
        }

        var message = SandboxMessage.FromEntry(value);
        if (message.Seq == 0 || message.Id != messageId)
        {
            return;
        }

        events.Saw(message.Seq);
        Count += chat.Holds(messageId) ? 0 : 1;
        chat.Put(message);
    }
}
