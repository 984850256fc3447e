using DrAivBot.Delivery;
using DrAivBot.Dialogs;

namespace DrAivBot.Screens;

/// <summary>
/// What a handler answers. The host sends it: answers the press, edits or sends the screen, retries, keeps the order. A
/// handler never sends by itself, so an answer can be neither lost nor doubled, and a handler can be tested without
/// Telegram.
/// </summary>
public sealed record Reply
{
    private Reply()
    {
    }

    /// <summary>Draws the current screen again, with fresh data.</summary>
    public static Reply Stay { get; } = new() { Kind = ReplyKind.Stay };

    /// <summary>Goes back to the screen before.</summary>
    public static Reply Back { get; } = new() { Kind = ReplyKind.Back };

    /// <summary>Opens the main menu.</summary>
    public static Reply Home { get; } = new() { Kind = ReplyKind.Home };

    /// <summary>
    /// What was asked for does not exist, or not for this user: a toast says so in neutral words and the user is led
    /// back. Use it for both, so that the answer reveals nothing.
    /// </summary>
    public static Reply NotFound { get; } = new() { Kind = ReplyKind.NotFound };

    /// <summary>Which of the answers this is.</summary>
    public required ReplyKind Kind { get; init; }

    /// <summary>The screen to show; only with <see cref="ReplyKind.Show"/>.</summary>
    public Screen? Screen { get; init; }

    /// <summary>The place to open; only with <see cref="ReplyKind.GoTo"/>.</summary>
    public object? Place { get; init; }

    /// <summary>The dialog to begin; only with <see cref="ReplyKind.Begin"/>.</summary>
    public Type? Dialog { get; init; }

    /// <summary>What the dialog starts with; only with <see cref="ReplyKind.Begin"/>.</summary>
    public object? State { get; init; }

    /// <summary>
    /// A short plain text, at most 200 characters, that appears over the chat for a moment; shown above the screen when
    /// the update was not a press. Null for none.
    /// </summary>
    public string? Toast { get; init; }

    /// <summary>Files that come above the screen, at most 10; the screen follows as a new message. None by default.</summary>
    public IReadOnlyList<Attachment> Files { get; init; } = [];

    /// <summary>Shows a screen.</summary>
    /// <param name="screen">The screen.</param>
    /// <returns>The answer.</returns>
    public static Reply Show(Screen screen) => new() { Kind = ReplyKind.Show, Screen = screen };

    /// <summary>Opens another place, as if the user had pressed a button to it.</summary>
    /// <typeparam name="TPlace">A place that any route of the module claims.</typeparam>
    /// <param name="place">The place.</param>
    /// <returns>The answer.</returns>
    public static Reply GoTo<TPlace>(TPlace place)
        where TPlace : struct => new() { Kind = ReplyKind.GoTo, Place = place };

    /// <summary>Begins a dialog at its first step, leaving any dialog that was open.</summary>
    /// <typeparam name="TDialog">A dialog added with <see cref="IModuleBuilder.AddDialog{TDialog, TState}"/>.</typeparam>
    /// <typeparam name="TState">What it collects.</typeparam>
    /// <param name="state">What it starts with; values given here are kept as earlier answers.</param>
    /// <returns>The answer.</returns>
    public static Reply Begin<TDialog, TState>(TState state)
        where TDialog : class, IDialog<TState>
        where TState : class, new() => new() { Kind = ReplyKind.Begin, Dialog = typeof(TDialog), State = state };

    /// <summary>The same answer with a toast.</summary>
    /// <param name="toast">Plain text in the user's language, at most 200 characters.</param>
    /// <returns>A new answer.</returns>
    public Reply WithToast(string toast) => this with { Toast = toast };

    /// <summary>The same answer with files above its screen.</summary>
    /// <param name="files">1 to 10 files; photos come as one album and documents as another.</param>
    /// <returns>A new answer.</returns>
    public Reply WithFiles(params IReadOnlyList<Attachment> files) => this with { Files = files };
}
