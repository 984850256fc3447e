using System.Text.Json;
using DrAivBot.Dialogs;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Sessions;
using DrAivBot.Routing;

namespace DrAivBot.Host.Dialogs;

/// <summary>Runs dialogs of one state type, which only their module knows at compile time.</summary>
internal abstract class DialogDriver
{
    public static DialogDriver For(DialogRegistration registration) =>
        (DialogDriver)Activator.CreateInstance(typeof(DialogDriver<>).MakeGenericType(registration.StateType))!;

    public abstract Task<DialogOutcome> BeginAsync(
        DialogRegistration registration, object state, IServiceProvider scope, ITurn turn, CancellationToken cancellationToken);

    /// <summary>Continues with a press, a typed text, or neither to draw the present step.</summary>
    public abstract Task<DialogOutcome> ContinueAsync(
        DialogRegistration registration, StoredDialog stored, DialogAct act, IServiceProvider scope, ITurn turn, CancellationToken cancellationToken);

    /// <summary>Checks the declared steps; gives the keys of the texts they use.</summary>
    public abstract IReadOnlyList<string> Verify(DialogRegistration registration, object dialog);
}

/// <inheritdoc/>
internal sealed class DialogDriver<TState> : DialogDriver
    where TState : class, new()
{
    public override Task<DialogOutcome> BeginAsync(
        DialogRegistration registration, object state, IServiceProvider scope, ITurn turn, CancellationToken cancellationToken)
    {
        var start = new StoredDialog { Module = registration.Module.Manifest.Id, Id = registration.Id, Step = "", State = "" };
        return Open(registration, (TState)state, start, scope, turn).BeginAsync(cancellationToken);
    }

    public override async Task<DialogOutcome> ContinueAsync(
        DialogRegistration registration, StoredDialog stored, DialogAct act, IServiceProvider scope, ITurn turn, CancellationToken cancellationToken)
    {
        if (ReadState(registration, stored.State) is not { } state)
        {
            return Gone(turn);
        }

        var run = Open(registration, state, stored, scope, turn);
        if (!run.TryResume(out var moved))
        {
            return Gone(turn);
        }

        return act switch
        {
            { Press: not null } when moved => await run.DrawOutdatedAsync(cancellationToken),
            { Press: { } press } => await run.PressAsync(press, cancellationToken),
            { File: { } file } when !moved => await run.AnswerFileAsync(file, cancellationToken),
            { Text: { } text } when !moved => await run.AnswerTextAsync(text, cancellationToken),
            _ => await run.DrawAsync(cancellationToken),
        };
    }

    public override IReadOnlyList<string> Verify(DialogRegistration registration, object dialog) =>
        [.. StepCollection<TState>.Of((IDialog<TState>)dialog, NameOf(registration), services: null).TextKeys()];

    private static DialogRun<TState> Open(DialogRegistration registration, TState state, StoredDialog at, IServiceProvider scope, ITurn turn)
    {
        var dialog = (IDialog<TState>)scope.GetRequiredService(registration.DialogType);
        return new(registration, dialog, StepCollection<TState>.Of(dialog, NameOf(registration), scope), turn, state, at);
    }

    /// <summary>A deploy may have changed the state's shape so that what was stored no longer fits.</summary>
    private static TState? ReadState(DialogRegistration registration, string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, registration.Json) as TState;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DialogOutcome Gone(ITurn turn) => new() { Left = true, Toast = turn.Text.Get("core.dialog.gone") };

    private static string NameOf(DialogRegistration registration) => $"{registration.Module.Manifest.Id}.{registration.Id}";
}
