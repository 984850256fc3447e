using System.Collections.Frozen;
using System.Globalization;

namespace DrAivBot.Host.Texts;

/// <summary>The subset of HTML that Telegram shows.</summary>
internal static class TelegramTags
{
    private static readonly FrozenSet<string> Simple = FrozenSet.Create(
        StringComparer.Ordinal,
        "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "tg-spoiler", "code", "pre", "blockquote");

    private static readonly FrozenSet<string> Entities = FrozenSet.Create(
        StringComparer.Ordinal, "&lt;", "&gt;", "&amp;", "&quot;");

    public static bool IsEntity(string entity)
    {
        if (Entities.Contains(entity))
        {
            return true;
        }

        return entity.StartsWith("&#", StringComparison.Ordinal)
            && int.TryParse(entity.AsSpan(2, entity.Length - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            && code is >= 32 and (< 0xD800 or > 0xDFFF) and <= 0x10FFFF;
    }

    /// <summary>Checks what stands between <c>&lt;</c> and <c>&gt;</c> and keeps account of the open tags.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static string? Check(string inner, Stack<string> open)
    {
        if (inner[0] == '/')
        {
            return Close(inner[1..], open);
        }

        var name = inner.Split(' ')[0];
        open.Push(name);
        if (inner.AsSpan().ContainsAny('{', '}'))
        {
            return $"has a placeholder inside the tag <{name}>: values can only stand in the text";
        }

        return IsKnown(name, inner)
            ? null
            : $"has the tag <{inner}>, which Telegram does not know: b, i, u, s, tg-spoiler, code, pre, blockquote and <a href=\"…\"> can be used";
    }

    private static string? Close(string name, Stack<string> open)
    {
        if (open.TryPeek(out var last) && last == name)
        {
            open.Pop();
            return null;
        }

        return open.TryPeek(out last)
            ? $"closes </{name}> while <{last}> is open"
            : $"closes </{name}>, which was not opened";
    }

    private static bool IsKnown(string name, string inner) => name switch
    {
        "a" => IsLink(inner),
        "blockquote" when inner == "blockquote expandable" => true,
        _ => Simple.Contains(name) && inner == name,
    };

    private static bool IsLink(string inner)
    {
        const string start = "a href=\"";
        return inner.StartsWith(start, StringComparison.Ordinal)
            && inner.IndexOf('"', start.Length) == inner.Length - 1
            && Uri.TryCreate(inner[start.Length..^1], UriKind.Absolute, out var link)
            && link.Scheme is "http" or "https" or "tg";
    }
}
