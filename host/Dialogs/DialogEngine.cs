using System.Runtime.CompilerServices;
using DrAivBot.Files;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Sessions;
using DrAivBot.Host.Texts;
using DrAivBot.Routing;

namespace DrAivBot.Host.Dialogs;

/// <summary>
/// Leads a user through the steps of a dialog. Knows neither Telegram nor the database: it turns what is stored and what
/// the user did into what to store and show next. Exceptions of the module rise; nothing is stored then.
/// </summary>
internal sealed class DialogEngine
{
    /// <summary>Weak, so that a driver goes with its unloaded module.</summary>
    private readonly ConditionalWeakTable<DialogRegistration, DialogDriver> _drivers = [];

    /// <summary>Begins at the first step that is needed; without any, shows the review or completes.</summary>
    public Task<DialogOutcome> BeginAsync(
        DialogRegistration registration, object state, IServiceProvider scope, ITurn turn, CancellationToken cancellationToken) =>
        DriverOf(registration).BeginAsync(registration, state, scope, turn, cancellationToken);

    /// <summary>Draws the present step again, for example after a restart.</summary>
    public Task<DialogOutcome> RedrawAsync(
        DialogRegistration registration, StoredDialog dialog, IServiceProvider scope, ITurn turn, CancellationToken cancellationToken) =>
        DriverOf(registration).ContinueAsync(registration, dialog, default, scope, turn, cancellationToken);

    /// <summary>Takes a typed answer.</summary>
    public Task<DialogOutcome> AnswerTextAsync(
        DialogRegistration registration, StoredDialog dialog, string text, IServiceProvider scope, ITurn turn, CancellationToken cancellationToken) =>
        DriverOf(registration).ContinueAsync(registration, dialog, new(text, Press: null), scope, turn, cancellationToken);

    /// <summary>Takes a file that was sent.</summary>
    public Task<DialogOutcome> AnswerFileAsync(
        DialogRegistration registration, StoredDialog dialog, IncomingFile file, IServiceProvider scope, ITurn turn, CancellationToken cancellationToken) =>
        DriverOf(registration).ContinueAsync(registration, dialog, new(Text: null, Press: null, file), scope, turn, cancellationToken);

    /// <summary>Takes a press of one of the dialog's buttons.</summary>
    public Task<DialogOutcome> PressAsync(
        DialogRegistration registration, StoredDialog dialog, DialogPress press, IServiceProvider scope, ITurn turn, CancellationToken cancellationToken) =>
        DriverOf(registration).ContinueAsync(registration, dialog, new(Text: null, press), scope, turn, cancellationToken);

    /// <summary>
    /// Checks what a dialog declares, so that a mistake refuses the module at load and not a user later: throws
    /// <see cref="DialogDefinitionException"/> with a sentence. Define only declares, so no service of the dialog is needed;
    /// one that touches a service all the same is checked at its first use.
    /// </summary>
    /// <param name="registration">The dialog.</param>
    /// <param name="texts">The module's texts, to find keys that are not there; null leaves them unchecked.</param>
    public static void Verify(DialogRegistration registration, TextCatalogue? texts = null)
    {
        IReadOnlyList<string> keys;
        try
        {
            keys = DialogDriver.For(registration).Verify(registration, RuntimeHelpers.GetUninitializedObject(registration.DialogType));
        }
        catch (Exception exception) when (exception is NullReferenceException or ArgumentException)
        {
            return;
        }

        foreach (var key in texts is null ? [] : keys.Where(key => !key.StartsWith("core.", StringComparison.Ordinal) && !texts.Has(key)))
        {
            throw new DialogDefinitionException(
                $"The dialog '{registration.Id}' of module '{registration.Module.Manifest.Id}' uses the text '{key}', which does not exist.{NearestName.Suggest(key, texts!.Keys)}");
        }
    }

    /// <summary>Checks every dialog of a module.</summary>
    public static void VerifyAll(LoadedModule module)
    {
        foreach (var dialog in module.Dialogs)
        {
            Verify(dialog, module.Texts);
        }
    }

    private DialogDriver DriverOf(DialogRegistration registration) =>
        _drivers.GetValue(registration, DialogDriver.For);
}
