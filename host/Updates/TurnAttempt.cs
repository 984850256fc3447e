using DrAivBot.Host.Delivery;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Telegram;

namespace DrAivBot.Host.Updates;

/// <summary>One turn on its way, and what is known about it when it fails.</summary>
internal sealed class TurnAttempt(OpenedTurn opened)
{
    private TurnKind? _kind;

    public OpenedTurn Opened => opened;

    public long Lane => opened.Lane;

    /// <summary>Whether its update is not stored: the commit that answers it says that it was seen.</summary>
    public bool IsFresh => opened.Fresh is not null;

    public IncomingUpdate Update { get; } = UpdateReader.Read(opened.UpdateId, opened.Payload);

    /// <summary>Whether it asks for nothing and is dropped.</summary>
    public bool IsIgnored => Update.Kind == IncomingKind.Ignored || Update.From is null;

    /// <summary>Null until it was begun, and for an update that is dropped.</summary>
    public TurnState? Turn { get; set; }

    public ModuleCalls? Modules { get; set; }

    /// <summary>Name of the route whose code ran last.</summary>
    public string? Route => Modules?.LastRoute;

    /// <summary>What it sends; null for nothing.</summary>
    public Outgoing? Outgoing { get; set; }

    /// <summary>Where the user was and what they did, as first asked for: before the handlers change where they are.</summary>
    public TurnKind Kind => _kind ??= KindNow();

    /// <summary>How long its handlers took.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>Where the user is told about it.</summary>
    public long ChatId => Update.ChatId ?? Lane;

    private TurnKind KindNow()
    {
        var act = Update.Command ?? Update.Kind.ToString();
        return opened.Session.Data switch
        {
            { Dialog: { } dialog } => new(dialog.Module, dialog.Id, dialog.Step, act),
            { Place: { } place } => new(place.Tag, "", "", act),
            _ => new("", "", "", act),
        };
    }
}
