using System.Globalization;
using System.Text.Json.Nodes;

namespace DrAivBot.Chaos;

/// <summary>One update of a run.</summary>
/// <param name="Id">Its update id; ids grow in the order people acted.</param>
/// <param name="User">Number of the person, from 0.</param>
/// <param name="Sequence">Which of the person's updates it is, from 0: the first enters, the others leave one effect each.</param>
/// <param name="Poison">How its handler goes wrong; null when it does not.</param>
/// <param name="Repetition">Whether it is delivered a second time.</param>
internal sealed record PlannedUpdate(long Id, int User, int Sequence, PoisonKind? Poison, Repetition Repetition)
{
    /// <summary>Telegram id of person 0.</summary>
    public const long FirstUser = 5_000_000;

    private const long SentAt = 1_767_225_600;

    /// <summary>The link by which people enter the module they write to.</summary>
    public string Link { get; init; } = "chaos_";

    /// <summary>Whether the person follows the link each time, which asks for no dialog that goes on.</summary>
    public bool IsAlwaysLink { get; init; }

    /// <summary>A command that is written instead; null for none.</summary>
    public string? Command { get; init; }

    public long TelegramId => FirstUser + User;

    /// <summary>What the person writes; the last word is what the test module obeys.</summary>
    public string Text => Command is not null ? Command : Sequence == 0 ? $"/start {Link}" : IsAlwaysLink ? $"/start {Link}{Effect}" : Effect;

    /// <summary>The text that takes effect.</summary>
    public string Effect => IsAlwaysLink
        ? string.Create(CultureInfo.InvariantCulture, $"u{User}s{Sequence}")
        : string.Create(CultureInfo.InvariantCulture, $"u{User} s{Sequence} {Act}");

    private string Act => Poison switch
    {
        PoisonKind.Throw => "throw",
        PoisonKind.Hang => User % 2 == 0 ? "hang" : "block",
        PoisonKind.Allocate => "allocate",
        PoisonKind.Crash => User % 2 == 0 ? "failfast" : "overflow",
        _ => "store",
    };

    /// <summary>The update as Telegram posts it.</summary>
    public string ToJson() => new JsonObject
    {
        ["update_id"] = Id,
        ["message"] = new JsonObject
        {
            ["message_id"] = Sequence + 1,
            ["date"] = SentAt,
            ["text"] = Text,
            ["from"] = new JsonObject { ["id"] = TelegramId, ["is_bot"] = false, ["first_name"] = $"Person {User}", ["language_code"] = "en" },
            ["chat"] = new JsonObject { ["id"] = TelegramId, ["type"] = "private", ["first_name"] = $"Person {User}" },
        },
    }.ToJsonString();
}

/// <summary>How an update is delivered.</summary>
internal enum Repetition
{
    /// <summary>Once, unless the post fails.</summary>
    Once = 0,

    /// <summary>Twice at the same time.</summary>
    Twin = 1,

    /// <summary>Again right after it was acknowledged.</summary>
    Soon = 2,

    /// <summary>Again many updates later.</summary>
    Late = 3,
}
