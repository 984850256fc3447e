using System.Globalization;
using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.Markup;

/// <summary>What a link in markup becomes: a link, a mention of a user, or nothing when the address is none.</summary>
internal static class Links
{
    private const string UserPrefix = "tg://user?id=";

    public static void Add(List<TextEntity> entities, TextEntity place, string address)
    {
        if (address.StartsWith(UserPrefix, StringComparison.OrdinalIgnoreCase)
            && long.TryParse(address.AsSpan(UserPrefix.Length), CultureInfo.InvariantCulture, out var id))
        {
            entities.Add(place with
            {
                Type = "text_mention",
                User = new JsonObject { ["id"] = id, ["is_bot"] = false, ["first_name"] = "User" },
            });
        }
        else if (Normal(address) is { } url)
        {
            entities.Add(place with { Type = "text_link", Argument = url });
        }
    }

    /// <summary>The address as Telegram stores it, or null when it is not one.</summary>
    public static string? Normal(string address)
    {
        var full = address.Contains("://", StringComparison.Ordinal) ? address : "http://" + address;
        return !address.Any(char.IsWhiteSpace) && Uri.TryCreate(full, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https" or "tg" or "ton" or "ftp"
            && (uri.Scheme is "tg" or "ton" || uri.Host.Contains('.', StringComparison.Ordinal) || uri.IsLoopback || uri.HostNameType == UriHostNameType.IPv6)
            ? address.Contains("://", StringComparison.Ordinal) && uri.AbsolutePath == "/" && uri.Query.Length == 0 && !address.EndsWith('/') ? address + "/"
                : full
            : null;
    }
}
