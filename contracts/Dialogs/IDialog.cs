using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Dialogs;

/// <summary>
/// Asks a user for several things, one after another. The answers are stored with each step, so a dialog continues after
/// a restart, a deploy or a pause of up to 24 hours. Back, cancel, validation and asking again come with every step.
/// </summary>
/// <typeparam name="TState">What it collects; stored as JSON between steps.</typeparam>
public interface IDialog<TState>
    where TState : class, new()
{
    /// <summary>Declares the steps. Called for each turn of the dialog: declarations only.</summary>
    /// <param name="steps">Collects the steps, in the order in which they are asked.</param>
    void Define(IDialogSteps<TState> steps);

    /// <summary>Acts on the answers, once, in the turn's transaction, when the last step is done or the review confirmed.</summary>
    /// <param name="turn">The user, the company and the texts of this update.</param>
    /// <param name="state">The answers.</param>
    /// <param name="cancellationToken">Cancelled at the deadline of the turn (5 seconds) or when the host stops.</param>
    /// <returns>Where to go next.</returns>
    Task<Reply> CompleteAsync(ITurn turn, TState state, CancellationToken cancellationToken);
}
