using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.Markup;

/// <summary>Reads a text parameter together with its parse mode or its entities.</summary>
internal static class FormattedTextReader
{
    /// <param name="text">The text as sent; null counts as empty.</param>
    /// <param name="parseMode">HTML, MarkdownV2 or Markdown in any letter case; null or empty for none.</param>
    /// <param name="entities">An array of entities, used when there is no parse mode.</param>
    public static FormattedText Read(string? text, string? parseMode, JsonNode? entities)
    {
        text = (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);
        try
        {
            var parsed = parseMode?.Trim().ToUpperInvariant() switch
            {
                null or "" or "NONE" => new FormattedText(text, Entities(entities)),
                "HTML" => new HtmlMarkup(text).Parse(),
                "MARKDOWNV2" => new MarkdownV2Markup(text).Parse(),
                "MARKDOWN" => new LegacyMarkdown(text).Parse(),
                _ => throw BotApiException.BadRequest("unsupported parse_mode"),
            };
            return parsed.Finish();
        }
        catch (MarkupException e)
        {
            throw BotApiException.BadRequest("can't parse entities: " + e.Message);
        }
    }

    private static IReadOnlyList<TextEntity> Entities(JsonNode? entities) => entities switch
    {
        null => [],
        JsonArray sent => [.. sent.Select(TextEntity.Read).OfType<TextEntity>()],
        _ => throw BotApiException.BadRequest("can't parse entities: expected an Array of MessageEntity"),
    };
}
