using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Dialogs;

/// <summary>Shows the answers before a dialog acts on them.</summary>
/// <typeparam name="TState">What the dialog collects.</typeparam>
public sealed record ReviewStep<TState>
{
    /// <summary>Shows all answers.</summary>
    public required Func<ITurn, TState, Markup> Summary { get; init; }

    /// <summary>Key of the label of the confirming button, for example «✅ Создать».</summary>
    public required string ConfirmKey { get; init; }
}
