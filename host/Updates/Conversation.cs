using DrAivBot.Files;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Dialogs;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Sessions;
using DrAivBot.Host.Telegram;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Host.Updates;

/// <summary>Finds out what an update asks for and answers it. Every act of a user gets an answer; silence is a fault.</summary>
internal sealed partial class Conversation(
    TurnState turn,
    ModuleCalls modules,
    DialogEngine dialogs,
    ScreenWriter writer,
    IText text,
    ILogger<Conversation> logger)
{
    /// <summary>A second tap within this time is the same tap, not an outdated button.</summary>
    private static readonly TimeSpan DoubleTap = TimeSpan.FromSeconds(3);

    private readonly Navigator _navigator = new(turn, modules, dialogs, text);

    public async Task<Answer> HandleAsync(CancellationToken cancellationToken)
    {
        var answer = await FindAnswerAsync(cancellationToken);
        return answer.Files.Count == 0
            ? answer
            : answer with { StoredFiles = await FileTable.StoreAsync(turn.Database, answer.Files, turn.StartedAt, cancellationToken) };
    }

    private Task<Answer> FindAnswerAsync(CancellationToken cancellationToken) => turn.Update switch
    {
        { Kind: IncomingKind.Ignored } => Task.FromResult(Answer.Quiet),
        { IsPrivate: false } => Task.FromResult(AnswerGroup()),
        { Kind: IncomingKind.Press } => OnPressAsync(cancellationToken),
        { Kind: IncomingKind.Command, Command: { } command } => OnCommandAsync(command, cancellationToken),
        { Kind: IncomingKind.Text, Text: { } typed } => OnTextAsync(typed, cancellationToken),
        { Kind: IncomingKind.OtherContent, File: { } file } when turn.Session.Data.Dialog is { } dialog => OnFileAsync(file, dialog, cancellationToken),
        _ => RedrawAsync("core.input.unsupported", cancellationToken),
    };

    /// <summary>Personal data has no place in a group: there the bot only points to the private chat, and only when called.</summary>
    private Answer AnswerGroup() => turn.Update.Kind switch
    {
        IncomingKind.Command => new() { Screen = new() { Body = text.GetMarkup("core.input.group", ("link", writer.LinkToBot)) }, IsNotice = true },
        IncomingKind.Press => Answer.Quiet.WithToast(text.Get("core.screen.outdated")),
        _ => Answer.Quiet,
    };

    private async Task<Answer> OnCommandAsync(string command, CancellationToken cancellationToken)
    {
        switch (command)
        {
            case "start" when !string.IsNullOrEmpty(turn.Update.Text):
                return await OnDeepLinkAsync(turn.Update.Text, cancellationToken);
            case "start" or "menu":
                return await _navigator.FollowAsync(Reply.Home, fromAction: false, cancellationToken);
            case "help":
                return await _navigator.FollowAsync(Reply.GoTo(new HelpPlace()), fromAction: false, cancellationToken);
            case "language" or "settings":
                return await _navigator.FollowAsync(Reply.GoTo(new LanguagePlace()), fromAction: false, cancellationToken);
            case "cancel":
                return await OnCancelAsync(cancellationToken);
        }

        if (!turn.Routes.TryFindCommand(command, out var found))
        {
            return await RedrawAsync(turn.Routes.IsCommandOffHere(command) ? "core.screen.module_off_here" : "core.input.unknown_command", cancellationToken);
        }

        return await OpenFromOutsideAsync(found.Place, cancellationToken);
    }

    private async Task<Answer> OnCancelAsync(CancellationToken cancellationToken)
    {
        if (turn.Session.Data.Dialog is null)
        {
            return await RedrawAsync("core.cancel.nothing", cancellationToken);
        }

        turn.Session.Data.Dialog = null;
        return await RedrawAsync("core.dialog.cancelled", cancellationToken);
    }

    private async Task<Answer> OnDeepLinkAsync(string payload, CancellationToken cancellationToken) =>
        payload.Length <= 64 && turn.Routes.TryFindDeepLink(payload, out _, out var place)
            ? await OpenFromOutsideAsync(place, cancellationToken)
            : (await _navigator.FollowAsync(Reply.Home, fromAction: false, cancellationToken)).WithToast(
                text.Get(turn.Routes.IsDeepLinkOffHere(payload) ? "core.screen.module_off_here" : "core.input.link_unknown"));

    /// <summary>Opens a place that no screen led to: only the menu lies behind it.</summary>
    private async Task<Answer> OpenFromOutsideAsync(object place, CancellationToken cancellationToken)
    {
        turn.Session.MoveHome();
        return await _navigator.FollowAsync(await _navigator.OpenAsync(place, cancellationToken), fromAction: false, cancellationToken);
    }

    private async Task<Answer> OnTextAsync(string typed, CancellationToken cancellationToken)
    {
        if (turn.Session.Data.Dialog is not { } dialog)
        {
            return await RedrawAsync(WordsFor("core.input.unknown"), cancellationToken);
        }

        if (_navigator.FindDialog(dialog) is not { } registration)
        {
            return await _navigator.RedrawAsync(cancellationToken);
        }

        if (!modules.MayEnter(registration.Module))
        {
            return _navigator.Rest();
        }

        var (services, moduleTurn) = modules.Enter(registration.Module, registration.ToString());
        var outcome = await dialogs.AnswerTextAsync(registration, dialog, typed, services, moduleTurn, cancellationToken);
        return await _navigator.ShowAsync(outcome, cancellationToken);
    }

    private async Task<Answer> OnFileAsync(IncomingFile file, StoredDialog dialog, CancellationToken cancellationToken)
    {
        if (_navigator.FindDialog(dialog) is not { } registration)
        {
            return await _navigator.RedrawAsync(cancellationToken);
        }

        if (!modules.MayEnter(registration.Module))
        {
            return _navigator.Rest();
        }

        var (services, moduleTurn) = modules.Enter(registration.Module, registration.ToString());
        var outcome = await dialogs.AnswerFileAsync(registration, dialog, file, services, moduleTurn, cancellationToken);
        return await _navigator.ShowAsync(outcome, cancellationToken);
    }

    private async Task<Answer> OnPressAsync(CancellationToken cancellationToken)
    {
        if (writer.Read(turn, turn.Update.Text) is not { } press)
        {
            LogForeignPress(turn.Update.UpdateId);
            return await OnOutdatedAsync(null, cancellationToken);
        }

        if (press.ScreenNumber == CallbackSeal.Outside)
        {
            return press.Route is ScreenRoute
                ? (await OpenFromOutsideAsync(press.Data, cancellationToken)) with { IsNewMessage = true }
                : (await RedrawAsync(WordsForGone(press), cancellationToken)) with { IsNewMessage = true };
        }

        if (press.ScreenNumber != turn.Session.Data.ScreenNumber)
        {
            return await OnOutdatedAsync(press, cancellationToken);
        }

        if (press.Route is { } route && !modules.MayEnter(route.Module))
        {
            return _navigator.Rest();
        }

        if (press.Data is DialogPress dialogPress)
        {
            return await OnDialogPressAsync(dialogPress, cancellationToken);
        }

        turn.Session.Data.Dialog = null;
        return press.Route switch
        {
            ScreenRoute => await _navigator.FollowAsync(await _navigator.OpenAsync(press.Data, cancellationToken), fromAction: false, cancellationToken),
            ActionRoute action when await turn.MayUseAsync(action, cancellationToken) => await _navigator.FollowAsync(
                await modules.ActAsync(action, press.Data, cancellationToken), fromAction: true, cancellationToken),
            null => await RedrawAsync(WordsForGone(press), cancellationToken),
            _ => await RedrawAsync("core.screen.not_found", cancellationToken),
        };
    }

    /// <summary>
    /// On a screen that is just being replaced a second tap follows the first: a way to somewhere is gone, so that the last
    /// tap wins; an act, which would happen twice, needs only its acknowledgement. Any other old button is told so, and the
    /// message it stands on shows the present screen from now on.
    /// </summary>
    private async Task<Answer> OnOutdatedAsync(ReadPress? press, CancellationToken cancellationToken)
    {
        var isLive = turn.LiveMessageId is null || turn.LiveMessageId == turn.Update.PressedMessageId;
        if (!isLive || turn.StartedAt - turn.Session.Data.DrawnAt >= DoubleTap)
        {
            return await RedrawAsync(WordsFor("core.screen.outdated"), cancellationToken);
        }

        return press switch
        {
            { Route: ScreenRoute } => await _navigator.FollowAsync(await _navigator.OpenAsync(press.Data, cancellationToken), fromAction: false, cancellationToken),
            { Data: HomePress } => await _navigator.FollowAsync(Reply.Home, fromAction: false, cancellationToken),
            _ => Answer.Quiet,
        };
    }

    /// <summary>Who answers a question a day later hears what became of it, not that they are not understood.</summary>
    private string WordsFor(string key) => turn.Session.FollowsUnfinished ? "core.session.expired" : key;

    private static string WordsForGone(ReadPress press) => press.Data == ScreenWriter.Outdated.Changed ? "core.screen.outdated"
        : press.Data == ScreenWriter.Outdated.OffHere ? "core.screen.module_off_here"
        : "core.screen.module_off";

    private async Task<Answer> OnDialogPressAsync(DialogPress press, CancellationToken cancellationToken)
    {
        if (turn.Session.Data.Dialog is not { } dialog)
        {
            return await RedrawAsync("core.screen.outdated", cancellationToken);
        }

        if (_navigator.FindDialog(dialog) is not { } registration)
        {
            return await _navigator.RedrawAsync(cancellationToken);
        }

        if (!modules.MayEnter(registration.Module))
        {
            return _navigator.Rest();
        }

        var (services, moduleTurn) = modules.Enter(registration.Module, registration.ToString());
        var outcome = await dialogs.PressAsync(registration, dialog, press, services, moduleTurn, cancellationToken);
        return await _navigator.ShowAsync(outcome, cancellationToken);
    }

    private async Task<Answer> RedrawAsync(string toastKey, CancellationToken cancellationToken) =>
        (await _navigator.RedrawAsync(cancellationToken)).WithToast(text.Get(toastKey));

    [LoggerMessage(Level = LogLevel.Information, Message = "Update {UpdateId}: a press that this host did not make for this person and chat; answered as outdated")]
    private partial void LogForeignPress(long updateId);
}
