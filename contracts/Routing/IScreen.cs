using DrAivBot.Screens;

namespace DrAivBot.Routing;

/// <summary>
/// Draws one place of the bot, for example a division's page. It only reads: the host may call it again at any time,
/// to go back, to refresh, or after a restart.
/// </summary>
/// <typeparam name="TPlace">Which page; a struct with <see cref="CallbackAttribute"/>.</typeparam>
public interface IScreen<in TPlace>
    where TPlace : struct
{
    /// <summary>Draws the place for the user of the turn.</summary>
    /// <param name="turn">The user, the company and the texts of this update.</param>
    /// <param name="place">Which page, with ids that may be foreign or gone: answer those with <see cref="Reply.NotFound"/>.</param>
    /// <param name="cancellationToken">Cancelled at the deadline of the turn (5 seconds) or when the host stops.</param>
    /// <returns>Usually <see cref="Reply.Show"/>.</returns>
    Task<Reply> ShowAsync(ITurn turn, TPlace place, CancellationToken cancellationToken);
}
