using System.Text.Json.Nodes;
using DrAivBot.Host.Sandbox.State;

namespace DrAivBot.Host.Sandbox.Methods;

/// <summary>What a bot says about itself: names and commands, by language.</summary>
internal static class ProfileMethods
{
    private static readonly string[] ChatScopes = ["chat", "chat_administrators", "chat_member"];
    private static readonly string[] Scopes = ["default", "all_private_chats", "all_group_chats", "all_chat_administrators", .. ChatScopes];

    public static readonly IReadOnlyDictionary<string, Func<BotCall, JsonNode>> All = new Dictionary<string, Func<BotCall, JsonNode>>
    {
        ["getMe"] = GetMe,
        ["logOut"] = _ => true,
        ["close"] = _ => true,
        ["setMyName"] = call => Set(call, "name", 64, "BOT_TITLE_INVALID"),
        ["getMyName"] = call => Get(call, "name", call.Bot.DefaultName),
        ["setMyDescription"] = call => Set(call, "description", 512, "BOT_DESCRIPTION_INVALID"),
        ["getMyDescription"] = call => Get(call, "description", ""),
        ["setMyShortDescription"] = call => Set(call, "short_description", 120, "BOT_ABOUT_INVALID"),
        ["getMyShortDescription"] = call => Get(call, "short_description", ""),
        ["setMyCommands"] = SetCommands,
        ["getMyCommands"] = call => call.Bot.Settings[CommandsKey(call)]?.DeepClone() ?? new JsonArray(),
        ["deleteMyCommands"] = call =>
        {
            call.Bot.Settings[CommandsKey(call)] = null;
            return true;
        },
        ["setChatMenuButton"] = SetMenuButton,
        ["getChatMenuButton"] = call => call.Bot.Settings[$"menu:{call.Fields.Integer("chat_id")}"]?.DeepClone() ?? new JsonObject { ["type"] = "commands" },
    };

    /// <summary>The commands a user sees: the narrowest scope wins, in each the user's language before the one for all.</summary>
    public static JsonArray CommandsFor(SandboxBot bot, long chatId, string language)
    {
        foreach (var scope in new[] { $"chat:{chatId}", "all_private_chats:", "default:" })
        {
            foreach (var spoken in new[] { language, "" })
            {
                if (bot.Settings[$"commands:{scope}:{spoken}"] is JsonArray { Count: > 0 } commands)
                {
                    return commands.DeepClone().AsArray();
                }
            }
        }

        return [];
    }

    private static JsonObject GetMe(BotCall call)
    {
        var me = call.Bot.ToTelegram();
        me["can_join_groups"] = true;
        foreach (var flag in new[]
        {
            "can_read_all_group_messages", "supports_guest_queries", "supports_inline_queries", "can_connect_to_business", "has_main_web_app",
            "has_topics_enabled", "allows_users_to_create_topics", "can_manage_bots", "supports_join_request_queries",
        })
        {
            me[flag] = false;
        }

        return me;
    }

    private static JsonNode Set(BotCall call, string name, int maximum, string tooLong)
    {
        var value = call.Fields.Text(name)?.Trim() ?? "";
        if (value.Length > maximum)
        {
            throw BotApiException.BadRequest(tooLong);
        }

        call.Bot.Settings[$"{name}:{Language(call)}"] = value.Length == 0 ? null : value;
        return true;
    }

    private static JsonObject Get(BotCall call, string name, string otherwise) => new()
    {
        [name] = (call.Bot.Settings[$"{name}:{Language(call)}"] ?? call.Bot.Settings[name + ":"]).String() ?? otherwise,
    };

    private static string Language(BotCall call)
    {
        var language = call.Fields.Text("language_code") ?? "";
        return language.Length is 0 or 2 && language.All(char.IsAsciiLetterLower)
            ? language
            : throw BotApiException.BadRequest("invalid language code specified");
    }

    private static string CommandsKey(BotCall call)
    {
        var scope = call.Fields.Json("scope");
        var type = scope?["type"].String()?.ToLowerInvariant() ?? "default";
        if (!Scopes.Contains(type))
        {
            throw BotApiException.BadRequest("can't parse BotCommandScope: unsupported type specified");
        }

        var chat = ChatScopes.Contains(type)
            ? scope?["chat_id"].Number()?.ToString() ?? throw BotApiException.BadRequest("can't parse BotCommandScope: chat_id is empty")
            : "";
        return $"commands:{type}:{chat}:{Language(call)}";
    }

    private static JsonNode SetCommands(BotCall call)
    {
        var key = CommandsKey(call);
        var commands = call.Fields.Json("commands") as JsonArray ?? throw BotApiException.BadRequest("can't parse commands: an array of BotCommand is expected");
        if (commands.Count > 100)
        {
            throw BotApiException.BadRequest("BOT_COMMANDS_TOO_MUCH");
        }

        call.Bot.Settings[key] = new JsonArray([.. commands.Select(Command)]);
        return true;
    }

    private static JsonNode Command(JsonNode? sent)
    {
        var command = sent?["command"].String()?.TrimStart('/') ?? "";
        var description = sent?["description"].String()?.Trim() ?? "";
        if (command.Length is 0 or > 32 || !command.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            throw BotApiException.BadRequest("BOT_COMMAND_INVALID");
        }

        return description.Length is >= 1 and <= 256
            ? new JsonObject { ["command"] = command, ["description"] = description }
            : throw BotApiException.BadRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    }

    private static JsonNode SetMenuButton(BotCall call)
    {
        call.Bot.Settings[$"menu:{call.Fields.Integer("chat_id")}"] =
            call.Fields.Json("menu_button") is JsonObject button && button["type"].String() is not null
                ? Wire.Pick(button, "type", "text", "web_app")
                : null;
        return true;
    }
}
