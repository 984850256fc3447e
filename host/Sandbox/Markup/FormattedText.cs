using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.Markup;

/// <summary>A text without markup and its entities.</summary>
internal sealed record FormattedText(string Text, IReadOnlyList<TextEntity> Entities)
{
    public static readonly FormattedText Empty = new("", []);

    /// <summary>What stands in a message: trimmed, with commands, links and mentions found, in Telegram's order.</summary>
    public FormattedText Finish()
    {
        var start = Text.Length - Text.TrimStart().Length;
        var text = Text.Trim();
        var moved = Entities.Select(e => Clip(e, start, text.Length)).OfType<TextEntity>().ToList();
        moved.AddRange(EntityDetector.Find(text).Where(found => !moved.Any(e => Collides(e, found))));
        return new FormattedText(text, [.. moved.OrderBy(e => e.Offset).ThenByDescending(e => e.Length)]);
    }

    public JsonArray ToTelegram() => [.. Entities.Select(e => e.ToTelegram())];

    private static TextEntity? Clip(TextEntity entity, int start, int length)
    {
        var from = Math.Clamp(entity.Offset - start, 0, length);
        var to = Math.Clamp(entity.Offset + (long)entity.Length - start, 0, length);
        return to > from ? entity with { Offset = from, Length = (int)(to - from) } : null;
    }

    private static bool Collides(TextEntity given, TextEntity found) =>
        given.Offset < found.Offset + found.Length && found.Offset < given.Offset + given.Length
        && (given.Type is "code" or "pre" or "text_link" or "text_mention"
            || given.Type == found.Type
            || given.Offset > found.Offset || given.Offset + given.Length < found.Offset + found.Length);
}
