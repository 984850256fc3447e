using DrAivBot.Host.Sessions;
using DrAivBot.Screens;

namespace DrAivBot.Host.Dialogs;

/// <summary>What came of one update for a dialog.</summary>
internal sealed record DialogOutcome
{
    /// <summary>What to store; null when the dialog ended.</summary>
    public StoredDialog? Dialog { get; init; }

    /// <summary>
    /// The question or the review to show, with its own «◀️ Back» and «❌ Cancel»: the host adds at most «🏠 Menu». Null
    /// when the dialog ended.
    /// </summary>
    public Screen? Screen { get; init; }

    /// <summary>What the dialog's CompleteAsync returned; null unless the dialog was completed just now.</summary>
    public Reply? Completed { get; init; }

    /// <summary>Whether the user left without completing: back from the first step, cancelled, or the dialog no longer exists.</summary>
    public bool Left { get; init; }

    /// <summary>A short plain text to show, or null.</summary>
    public string? Toast { get; init; }

    /// <summary>Whether the press belonged to an earlier screen: nothing was changed, the present step is drawn again.</summary>
    public bool Outdated { get; init; }
}
