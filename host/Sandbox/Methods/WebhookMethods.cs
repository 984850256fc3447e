using System.Text.Json.Nodes;
using DrAivBot.Host.Sandbox.State;

namespace DrAivBot.Host.Sandbox.Methods;

/// <summary>How a bot wants its updates.</summary>
internal static class WebhookMethods
{
    public static readonly IReadOnlyDictionary<string, Func<BotCall, JsonNode>> All = new Dictionary<string, Func<BotCall, JsonNode>>
    {
        ["setWebhook"] = Set,
        ["deleteWebhook"] = Delete,
        ["getWebhookInfo"] = Info,
    };

    private static JsonNode Set(BotCall call)
    {
        var url = call.Fields.Text("url")?.Trim() ?? "";
        if (url.Length == 0)
        {
            return Delete(call);
        }

        var secret = call.Fields.Text("secret_token");
        Check(url, secret);
        var before = call.Bot.Webhook;
        var webhook = new Webhook
        {
            Url = url,
            SecretToken = string.IsNullOrEmpty(secret) ? null : secret,
            MaximumConnections = (int)Math.Clamp(call.Fields.Integer("max_connections") ?? Webhook.DefaultConnections, 1, 100),
            IpAddress = call.Fields.Text("ip_address"),
        };
        call.Bot.Updates.Allow(Polling.Kinds(call.Fields));
        Drop(call);
        webhook.Write(call.Bot.Settings);
        call.Bot.WebhookTrouble.Clear();
        call.Bot.Polls.End("terminated by setWebhook request");
        call.Bot.Updates.Changed.Send();
        call.Description = before == webhook ? "Webhook is already set" : "Webhook was set";
        return true;
    }

    private static JsonNode Delete(BotCall call)
    {
        call.Description = call.Bot.Webhook.IsSet ? "Webhook was deleted" : "Webhook is already deleted";
        new Webhook().Write(call.Bot.Settings);
        Drop(call);
        call.Bot.WebhookTrouble.Clear();
        call.Bot.Updates.Changed.Send();
        return true;
    }

    private static JsonObject Info(BotCall call)
    {
        var webhook = call.Bot.Webhook;
        var info = new JsonObject
        {
            ["url"] = webhook.Url,
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = call.Bot.Updates.Waiting().Count,
        };
        if (webhook.IsSet)
        {
            info["max_connections"] = webhook.MaximumConnections;
            info["ip_address"] = webhook.IpAddress ?? "127.0.0.1";
        }

        if (call.Bot.Updates.Allowed is { } allowed)
        {
            info["allowed_updates"] = new JsonArray([.. allowed.Select(k => JsonValue.Create(k))]);
        }

        if (call.Bot.WebhookTrouble.At is { } at)
        {
            info["last_error_date"] = at.ToUnixTimeSeconds();
            info["last_error_message"] = call.Bot.WebhookTrouble.Message;
        }

        return info;
    }

    // Any port and plain HTTP are allowed, as Telegram's own server allows them when it runs locally.
    private static void Check(string url, string? secret)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw BotApiException.BadRequest("invalid webhook URL specified");
        }

        if (secret?.Length > 256)
        {
            throw BotApiException.BadRequest("secret token is too long");
        }

        if (!string.IsNullOrEmpty(secret) && !secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
        {
            throw BotApiException.BadRequest("secret token contains unallowed characters");
        }
    }

    private static void Drop(BotCall call)
    {
        if (call.Fields.Flag("drop_pending_updates"))
        {
            call.Bot.Updates.Clear();
        }
    }
}
