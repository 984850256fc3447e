using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Delivery;

/// <summary>What a notification says. Composed for each recipient in their language, while it is sent.</summary>
public sealed record Notification
{
    /// <summary>
    /// The text, made from the module's texts in the recipient's language. A long one is split into several messages; its
    /// first line stands for it in a digest.
    /// </summary>
    public required Func<IText, Markup> Body { get; init; }

    /// <summary>When it may disturb. <see cref="Urgency.Normal"/> by default.</summary>
    public Urgency Urgency { get; init; }

    /// <summary>
    /// Makes a repetition harmless: the same key of the same module reaches the same person once in 90 days. At most 200
    /// characters; null, the default, sends every time.
    /// </summary>
    public string? DedupKey { get; init; }

    /// <summary>A button that opens one of the module's places; null, the default, for none. It works for as long as the message stays.</summary>
    public NotificationButton? Button { get; init; }

    /// <summary>Files that go with it, at most 10. None by default.</summary>
    public IReadOnlyList<Attachment> Files { get; init; } = [];

    /// <summary>
    /// Whether it is one of very many, such as a broadcast: those go at the pace that Telegram takes, in the order in which
    /// they came due and companies taking turns, and are not sent again when it is unknown whether they arrived. False by
    /// default. What a job sends keeps that pace and order too, unless it is urgent, and is sent again.
    /// </summary>
    public bool IsBulk { get; init; }
}

/// <summary>A button under a notification.</summary>
public sealed record NotificationButton
{
    /// <summary>What it says, in the recipient's language.</summary>
    public required Func<IText, string> Label { get; init; }

    /// <summary>
    /// A place of the module (<see cref="Routing.IRouteBuilder.Screen{TPlace, TScreen}"/>), at most 47 bytes as callback
    /// data. It is opened as if by a link; company and rights are checked when it is pressed.
    /// </summary>
    public required object Place { get; init; }
}
