using System.Text.Json.Nodes;
using DrAivBot.Host.Sandbox.Markup;
using DrAivBot.Host.Sandbox.State;

namespace DrAivBot.Host.Sandbox.UserSide;

/// <summary>A person in the private chat with a bot: what happens there reaches the bot as updates.</summary>
internal sealed class Person(SandboxBot bot, SandboxUser user)
{
    /// <summary>The person a request names. Who is not known yet is made, since a first message needs no preparation.</summary>
    public static Person Of(UserRequest request)
    {
        var id = request.RequiredNumber("userId");
        return id <= 0
            ? throw UserRequest.Bad("\"userId\" must be positive: only people write in the sandbox.")
            : new Person(request.Bot, request.Bot.Users.Find(id) ?? request.Bot.Users.Put(new SandboxUser(id, $"User {id}", "en", null)));
    }

    public SandboxChat Chat => bot.Chats.Open(user.ToChat());

    public JsonObject Write(JsonObject content, long? replyTo = null)
    {
        var chat = Chat;
        if (chat.Blocked)
        {
            throw UserRequest.Bad("This user has blocked the bot, so nothing can be written. Unblock with POST /sandbox/block or press Start.");
        }

        var message = New(chat, user.ToTelegram());
        if (replyTo is { } id)
        {
            message["reply_to_message"] = Methods.Posting.Quoted(chat.Find(id)
                ?? throw UserRequest.Bad($"There is no message {id} in this chat to reply to. Look at GET /sandbox/chats/{chat.Id}/messages."));
        }

        foreach (var (name, value) in content)
        {
            message[name] = value?.DeepClone();
        }

        message["message_id"] = bot.Chats.NextMessageId();
        var stored = new SandboxMessage(message, fromBot: false);
        bot.Chats.Add(chat, stored);
        var update = bot.Updates.Add("message", $"chat{chat.Id}", new JsonObject { ["message"] = message.DeepClone() });
        return WithUpdate(stored.ToUserSide(), update);
    }

    public static JsonObject Text(string text, bool raw)
    {
        var found = raw ? new FormattedText(text, [.. EntityDetector.Find(text)]) : new FormattedText(text, []).Finish();
        if (!raw && found.Text.Length is 0 or > 4096)
        {
            throw UserRequest.Bad(found.Text.Length == 0
                ? "The text is empty. Write something."
                : $"The text has {found.Text.Length} characters; a Telegram client sends at most 4096. Shorten it, or send \"raw\": true to test.");
        }

        var content = new JsonObject { ["text"] = found.Text };
        if (found.Entities.Count > 0)
        {
            content["entities"] = found.ToTelegram();
        }

        return content;
    }

    public JsonObject Edit(long messageId, string text)
    {
        var message = Chat.Find(messageId);
        if (message is null || message.FromBot || message.Telegram["text"] is null)
        {
            throw UserRequest.Bad($"Message {messageId} is not a text this user wrote, so it cannot be edited.");
        }

        var next = message.Telegram.DeepClone().AsObject();
        next.Remove("entities");
        foreach (var (name, value) in Text(text, raw: false))
        {
            next[name] = value?.DeepClone();
        }

        next["edit_date"] = bot.Clock.GetUtcNow().ToUnixTimeSeconds();
        message.Telegram = next;
        bot.Chats.Edited(Chat, message);
        var update = bot.Updates.Add("edited_message", $"chat{Chat.Id}", new JsonObject { ["edited_message"] = next.DeepClone() });
        return WithUpdate(message.ToUserSide(), update);
    }

    public void Block(bool blocked)
    {
        var chat = Chat;
        if (chat.Blocked == blocked)
        {
            return;
        }

        chat.Blocked = blocked;
        bot.Chats.Keep(chat);
        bot.Updates.Add("my_chat_member", $"chat{chat.Id}", new JsonObject
        {
            ["my_chat_member"] = new JsonObject
            {
                ["chat"] = chat.Telegram.DeepClone(),
                ["from"] = user.ToTelegram(),
                ["date"] = bot.Clock.GetUtcNow().ToUnixTimeSeconds(),
                ["old_chat_member"] = Membership(blocked ? "member" : "kicked"),
                ["new_chat_member"] = Membership(blocked ? "kicked" : "member"),
            },
        });
    }

    public JsonObject Press(SandboxMessage message, string? data)
    {
        var press = bot.Presses.Add(Chat.Id);
        var update = bot.Updates.Add("callback_query", $"presses{user.Id}", new JsonObject
        {
            ["callback_query"] = new JsonObject
            {
                ["id"] = press.Id,
                ["from"] = user.ToTelegram(),
                ["message"] = message.Telegram.DeepClone(),
                ["chat_instance"] = $"{user.Id}{bot.Id}",
                ["data"] = data ?? "",
            },
        });
        return new JsonObject { ["id"] = press.Id, ["update_id"] = update };
    }

    /// <summary>Tests wait for the update an act became; null when the bot did not ask for its kind.</summary>
    private static JsonObject WithUpdate(JsonObject answer, long? update)
    {
        answer["sandbox"]!["update_id"] = update;
        return answer;
    }

    private JsonObject New(SandboxChat chat, JsonObject from) => new()
    {
        ["message_id"] = 0,
        ["from"] = from,
        ["chat"] = chat.Telegram.DeepClone(),
        ["date"] = bot.Clock.GetUtcNow().ToUnixTimeSeconds(),
    };

    private JsonObject Membership(string status)
    {
        var member = new JsonObject { ["status"] = status, ["user"] = bot.ToTelegram() };
        if (status == "kicked")
        {
            member["until_date"] = 0;
        }

        return member;
    }
}
