using DrAivBot.Planner.Events;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Views;

/// <summary>What changed of an event, a line for each part.</summary>
internal static class ChangeText
{
    private const int MostOfNote = 500;

    public static IReadOnlyList<Markup> Lines(IText text, EventDetails before, EventDetails after) =>
    [
        .. Line(before.Title, after.Title, () => text.GetMarkup("planner.changed.title", ("value", after.Title), ("before", before.Title))),
        .. Line(before.Kind, after.Kind, () => text.GetMarkup("planner.changed.kind", ("value", text.Get("planner.new.kind." + KindText.KeyOf(after.Kind))))),
        .. Line(before.Place, after.Place, () => Say(text, "place", after.Place)),
        .. Line(before.Link, after.Link, () => Say(text, "link", after.Link)),
        .. Line(before.Description, after.Description, () => Say(text, "note", after.Description is { Length: > MostOfNote } whole ? whole[..MostOfNote] + "…" : after.Description)),
        .. Line(before.IsPrivate, after.IsPrivate, () => text.GetMarkup("planner.changed.sight", ("value", text.Get(after.IsPrivate ? "planner.new.sight.private" : "planner.new.sight.open")))),
        .. before.Reminders.SequenceEqual(after.Reminders) ? Array.Empty<Markup>() : [DraftText.RemindersLine(text, after)],
    ];

    /// <summary>Who came and went.</summary>
    public static IReadOnlyList<Markup> Lines(IText text, GuestChange? guests) =>
    [
        .. Names(text, "planner.changed.added", guests?.Came),
        .. Names(text, "planner.changed.removed", guests?.Went),
    ];

    private static Markup[] Names(IText text, string key, IReadOnlyList<Attendee>? people) =>
        people is { Count: > 0 } ? [text.GetMarkup(key, ("names", string.Join(", ", people.Select(person => person.Name))))] : [];

    private static Markup Say(IText text, string part, string? value) =>
        value is null ? text.GetMarkup("planner.changed.without." + part) : text.GetMarkup("planner.changed." + part, ("value", value));

    private static Markup[] Line<T>(T before, T after, Func<Markup> say) => EqualityComparer<T>.Default.Equals(before, after) ? [] : [say()];
}
