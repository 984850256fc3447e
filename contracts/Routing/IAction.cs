using DrAivBot.Screens;

namespace DrAivBot.Routing;

/// <summary>
/// Carries out what a button says. It runs at most once a press: repeated taps, replayed updates and outdated buttons
/// are stopped by the host, and its database changes commit together with the session and the answer.
/// </summary>
/// <typeparam name="TPress">What to do; a struct with <see cref="CallbackAttribute"/>.</typeparam>
public interface IAction<in TPress>
    where TPress : struct
{
    /// <summary>Carries out the press. Database work only; anything slow is a job.</summary>
    /// <param name="turn">The user, the company and the texts of this update.</param>
    /// <param name="press">What to do, with ids that may be foreign or gone.</param>
    /// <param name="cancellationToken">Cancelled at the deadline of the turn (5 seconds) or when the host stops.</param>
    /// <returns>Where to go next; <see cref="Reply.Stay"/> redraws the screen the button was on.</returns>
    Task<Reply> ActAsync(ITurn turn, TPress press, CancellationToken cancellationToken);
}
