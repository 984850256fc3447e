using System.Globalization;
using System.Text.Json.Nodes;
using DrAivBot.Texts;

namespace DrAivBot.Testing;

/// <summary>A message of a chat as it was when it was read; a later edit does not change it.</summary>
public sealed class ChatMessage
{
    private ChatMessage(JsonObject json)
    {
        Json = json;
        Rows = [.. (json["reply_markup"]?["inline_keyboard"] as JsonArray ?? []).Select(row => (IReadOnlyList<ChatButton>)[.. row!.AsArray().Select(Button)])];
        Buttons = [.. Rows.SelectMany(row => row)];
    }

    /// <summary>The Telegram Message, as the Bot API writes it.</summary>
    public JsonObject Json { get; }

    /// <summary>Its number within the chat.</summary>
    public int Id => Json["message_id"]!.GetValue<int>();

    /// <summary>What it says, without markup; the caption of a file; empty when it has neither.</summary>
    public string Text => Json["text"]?.GetValue<string>() ?? Json["caption"]?.GetValue<string>() ?? "";

    /// <summary>Whether the bot wrote it.</summary>
    public bool FromBot => Json["sandbox"]!["from_bot"]!.GetValue<bool>();

    /// <summary>Whether it was edited after it was sent.</summary>
    public bool Edited => Json["sandbox"]!["edited"]!.GetValue<bool>();

    /// <summary>The buttons under it, row by row.</summary>
    public IReadOnlyList<IReadOnlyList<ChatButton>> Rows { get; }

    /// <summary>The buttons under it, one after another.</summary>
    public IReadOnlyList<ChatButton> Buttons { get; }

    internal long Changed => Json["sandbox"]!["seq"]!.GetValue<long>();

    internal bool Deleted => Json["sandbox"]!["deleted"]!.GetValue<bool>();

    /// <summary>Finds a button by its words.</summary>
    /// <param name="label">All of its label, or a part that no other button of the message has.</param>
    /// <returns>The button.</returns>
    /// <exception cref="ChatException">There is none, or more than one; the message lists those there are.</exception>
    public ChatButton Button(string label)
    {
        var exact = Buttons.Where(button => button.Text == label).Take(2).ToList();
        var found = exact.Count == 1 ? exact : [.. Buttons.Where(button => button.Text.Contains(label, StringComparison.OrdinalIgnoreCase))];
        return found.Count == 1
            ? found[0]
            : throw new ChatException($"{(found.Count == 0 ? "No button" : $"{found.Count} buttons")} with «{label}» under the message.\n{this}");
    }

    /// <summary>Whether one of the buttons has this text in its label.</summary>
    /// <param name="label">A part of the label.</param>
    /// <returns>True when there is at least one.</returns>
    public bool HasButton(string label) => Buttons.Any(button => button.Text.Contains(label, StringComparison.OrdinalIgnoreCase));

    /// <summary>The month of buttons under the message.</summary>
    /// <returns>Its first day.</returns>
    /// <exception cref="ChatException">There is none.</exception>
    public DateOnly ShownMonth() => Rows.Where(row => row.Count == 1)
        .Select(row => TypedDay.TryRead("1 " + row[0].Text, DateOnly.MinValue, out var first) ? first : (DateOnly?)null)
        .FirstOrDefault(first => first is not null)
        ?? throw new ChatException($"There is no month under the message.\n{this}");

    internal ChatButton DayButton(DateOnly day) => Rows.Where(row => row.Count is 7 or 8).SelectMany(row => row)
        .FirstOrDefault(button => string.Concat(button.Text.Trim('✓', '[').TakeWhile(char.IsAsciiDigit)) == day.Day.ToString(CultureInfo.InvariantCulture))
        ?? throw new ChatException($"The {day.Day} cannot be pressed.\n{this}");

    internal ChatButton TimeButton(TimeOnly time) =>
        Buttons.FirstOrDefault(button => button.Text.TrimStart('✓') == time.ToString("HH:mm", CultureInfo.InvariantCulture))
        ?? throw new ChatException($"There is no button {time:HH:mm} under the message.\n{this}");

    /// <summary>The message as a reader sees it, for the words of a failed test.</summary>
    /// <returns>Who wrote it, its text and its buttons.</returns>
    public override string ToString()
    {
        var text = Text.Length > 600 ? string.Concat(Text.AsSpan(0, 600), "…") : Text;
        var rows = Rows.Select(row => "\n    " + string.Concat(row.Select(button => $"[{button}] ")));
        return $"{(FromBot ? "bot " : "user")} {Id}: {text.ReplaceLineEndings("\n          ")}{string.Concat(rows)}";
    }

    internal static ChatMessage Of(JsonNode json) => new(json.DeepClone().AsObject());

    private static ChatButton Button(JsonNode? json) => new(
        json!["text"]!.GetValue<string>(), json["callback_data"]?.GetValue<string>(), json["url"]?.GetValue<string>());
}
