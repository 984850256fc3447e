namespace DrAivBot.Sessions;

/// <summary>What a module keeps in a session. More kinds may come.</summary>
public enum SessionPartKind
{
    /// <summary>A session slot.</summary>
    Slot = 0,

    /// <summary>The dialog that waits for an answer.</summary>
    Dialog = 1,
}
