using DrAivBot.Delivery;
using DrAivBot.Host.Delivery;
using DrAivBot.Screens;

namespace DrAivBot.Host.Updates;

/// <summary>What a turn answers, before it is written for Telegram.</summary>
internal sealed record Answer
{
    /// <summary>Nothing to say: the update was none of the user's acts, or the press needs only its acknowledgement.</summary>
    public static Answer Quiet { get; } = new();

    /// <summary>The screen; null leaves what the chat shows.</summary>
    public Screen? Screen { get; init; }

    /// <summary>A short plain text over the chat.</summary>
    public string? Toast { get; init; }

    /// <summary>Whether the screen belongs to a dialog, which brings its own way back.</summary>
    public bool IsDialog { get; init; }

    /// <summary>Whether the screen is a message of its own beside the live one, without buttons of the conversation.</summary>
    public bool IsNotice { get; init; }

    /// <summary>Whether the screen is a new message, because the one pressed is to stay as it is.</summary>
    public bool IsNewMessage { get; init; }

    /// <summary>Files a module sends above the screen.</summary>
    public IReadOnlyList<Attachment> Files { get; init; } = [];

    /// <summary>The same files once they are stored.</summary>
    public IReadOnlyList<OutgoingFile> StoredFiles { get; init; } = [];

    public Answer WithToast(string? toast) => toast is null ? this : this with { Toast = toast };
}
