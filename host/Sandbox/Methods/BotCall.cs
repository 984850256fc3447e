using DrAivBot.Host.Sandbox.State;

namespace DrAivBot.Host.Sandbox.Methods;

/// <summary>One call of one bot. Methods run while the bot's gate is held.</summary>
internal sealed record BotCall(SandboxBot Bot, RequestFields Fields)
{
    public long Now => Bot.Clock.GetUtcNow().ToUnixTimeSeconds();

    public string? Description { get; set; }

    /// <summary>The chat a method acts in, refused the way Telegram refuses.</summary>
    public SandboxChat Chat(string field = "chat_id")
    {
        var text = Fields.Text(field)?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            throw BotApiException.BadRequest($"{field} is empty");
        }

        var chat = text[0] == '@' ? Bot.Chats.FindByUsername(text[1..])
            : Fields.Integer(field) is { } id ? Bot.Chats.Find(id) : null;
        return chat ?? throw BotApiException.BadRequest("chat not found");
    }

    /// <summary>The chat a method sends to.</summary>
    public SandboxChat OpenChat()
    {
        if (Fields.Integer("chat_id") is { } id && Bot.Chats.Find(id) is null && Bot.Users.Find(id) is not null)
        {
            throw BotApiException.Forbidden("bot can't initiate conversation with a user");
        }

        var chat = Chat();
        return chat.Blocked ? throw BotApiException.Forbidden("bot was blocked by the user") : chat;
    }

    public SandboxMessage Message(SandboxChat chat, string missing) =>
        Fields.Integer("message_id") is not { } id || id == 0 ? throw BotApiException.BadRequest("message identifier is not specified")
        : chat.Find(id) ?? throw BotApiException.BadRequest(missing);
}
