using DrAivBot.Host.Modules;
using DrAivBot.Host.Sessions;
using DrAivBot.Routing;

namespace DrAivBot.Host.Dialogs;

/// <summary>
/// Leads a user through the steps of a dialog. Knows neither Telegram nor the database: it turns what is stored and what
/// the user did into what to store and show next.
/// </summary>
internal sealed class DialogEngine
{
    /// <summary>Begins at the first step that is needed.</summary>
    public Task<DialogOutcome> BeginAsync(
        DialogRegistration registration, object state, IServiceProvider scope, ITurn turn, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Draws the present step again, for example after a restart.</summary>
    public Task<DialogOutcome> RedrawAsync(
        DialogRegistration registration, StoredDialog dialog, IServiceProvider scope, ITurn turn, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Takes a typed answer.</summary>
    public Task<DialogOutcome> AnswerTextAsync(
        DialogRegistration registration, StoredDialog dialog, string text, IServiceProvider scope, ITurn turn, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Takes a press of one of the dialog's buttons.</summary>
    public Task<DialogOutcome> PressAsync(
        DialogRegistration registration, StoredDialog dialog, DialogPress press, IServiceProvider scope, ITurn turn, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
