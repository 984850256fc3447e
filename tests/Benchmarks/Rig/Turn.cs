namespace DrAivBot.Rig;

/// <summary>One update on its way through the bot: the unit that must be handled exactly once.</summary>
internal sealed class Turn
{
    public required int UpdateId { get; init; }

    public required int User { get; init; }

    /// <summary>Position in this user's conversation, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Latency counts from here.</summary>
    public long StartTicks { get; set; }

    public bool Posted { get; set; }

    public bool Acked { get; set; }

    public bool Replied { get; set; }

    public bool Redelivery { get; set; }

    public int Failures { get; set; }

    /// <summary>The keyboard a press stands on; null for a message.</summary>
    public Keyboard? Pressed { get; set; }
}

/// <summary>A message of the bot with buttons, as it sent it.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="Markup">The JSON of <c>reply_markup</c>.</param>
/// <param name="FirstData">Callback data of the first button, as it stands in that JSON.</param>
internal sealed record Keyboard(int MessageId, byte[] Markup, byte[] FirstData);
