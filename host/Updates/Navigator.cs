using DrAivBot.Delivery;
using DrAivBot.Host.Dialogs;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Sessions;
using DrAivBot.Screens;
using DrAivBot.Texts;
using Route = DrAivBot.Host.Modules.Route;

namespace DrAivBot.Host.Updates;

/// <summary>
/// Moves the user between places: follows what handlers reply until there is a screen to show, and keeps in the session
/// where the user is and what lies behind.
/// </summary>
internal sealed class Navigator(TurnState turn, ModuleCalls modules, DialogEngine dialogs, IText text)
{
    private const int MaxHops = 8;

    private readonly HomeScreen _home = new(turn, modules, text);
    private bool _hasLeft;
    private bool _goesBack;

    /// <summary>Follows a reply to the screen it leads to.</summary>
    /// <param name="reply">What a handler returned.</param>
    /// <param name="fromAction">Whether an act returned it: its screen lies over the place, which stays where the user is.</param>
    /// <param name="cancellationToken">Cancelled at the deadline.</param>
    public async Task<Answer> FollowAsync(Reply reply, bool fromAction, CancellationToken cancellationToken)
    {
        string? toast = null;
        IReadOnlyList<Attachment> files = [];
        for (var hop = 0; hop < MaxHops; hop++)
        {
            toast ??= reply.Toast;
            files = [.. files, .. reply.Files];
            var (answer, next) = await StepAsync(reply, fromAction, cancellationToken);
            if (answer is not null)
            {
                return answer.WithToast(toast) with { Files = [.. files, .. answer.Files] };
            }

            (reply, fromAction) = (next!, false);
        }

        throw new InvalidOperationException($"The screens of {modules.LastRoute} lead to one another without end: {MaxHops} replies in one turn. Return Reply.Show somewhere.");
    }

    /// <summary>Draws where the user is; what is gone leads back, at last to the menu.</summary>
    public async Task<Answer> RedrawAsync(CancellationToken cancellationToken)
    {
        if (turn.Session.Data.Dialog is { } dialog)
        {
            if (FindDialog(dialog) is { } registration)
            {
                if (!modules.MayEnter(registration.Module))
                {
                    return Rest();
                }

                var (services, moduleTurn) = modules.Enter(registration.Module, registration.ToString());
                return await ShowAsync(await dialogs.RedrawAsync(registration, dialog, services, moduleTurn, cancellationToken), cancellationToken);
            }

            turn.Session.Data.Dialog = null;
            return (await RedrawAsync(cancellationToken)).WithToast(
                text.Get(turn.Routes.Whole.FindDialog(dialog.Module, dialog.Id) is null ? "core.screen.module_off" : "core.screen.module_off_here"));
        }

        return await FollowAsync(Reply.Stay, fromAction: false, cancellationToken);
    }

    /// <summary>Shows what came of a dialog.</summary>
    public async Task<Answer> ShowAsync(DialogOutcome outcome, CancellationToken cancellationToken)
    {
        turn.Session.Data.Dialog = outcome.Dialog;
        var answer = outcome switch
        {
            { Completed: { } reply } => await FollowAsync(reply, fromAction: true, cancellationToken),
            { Screen: { } screen } => new Answer { Screen = screen, IsDialog = true },
            _ => await RedrawAsync(cancellationToken),
        };
        return outcome.Outdated ? answer.WithToast(text.Get("core.screen.outdated")) : answer.WithToast(outcome.Toast);
    }

    /// <summary>Words for a module that rests. Everything stays as it is, so that the same act works when it is back.</summary>
    public Answer Rest()
    {
        var words = text.Get("core.screen.module_resting");
        return turn.Update.CallbackId is null
            ? new() { Screen = new() { Body = Markup.Plain(words) }, IsNotice = true }
            : Answer.Quiet.WithToast(words);
    }

    public DialogRegistration? FindDialog(StoredDialog dialog) => turn.Routes.FindDialog(dialog.Module, dialog.Id);

    private async Task<(Answer? Answer, Reply? Next)> StepAsync(Reply reply, bool fromAction, CancellationToken cancellationToken)
    {
        var session = turn.Session;
        switch (reply.Kind)
        {
            case ReplyKind.Show:
                session.Data.IsOverlaid = fromAction;
                return (new() { Screen = reply.Screen }, null);
            case ReplyKind.GoTo:
                return (null, await OpenAsync(reply.Place!, cancellationToken));
            case ReplyKind.Back:
                _goesBack = true;
                session.MoveBack();
                return (null, Reply.Stay);
            case ReplyKind.Home:
                session.MoveHome();
                return (null, Reply.Stay);
            case ReplyKind.NotFound:
                // Who goes back over what is gone asked for nothing of it: they come to what lies before.
                return (null, _goesBack ? Reply.Stay : Reply.Stay.WithToast(text.Get("core.screen.not_found")));
            case ReplyKind.Begin:
                return (await BeginAsync(reply, cancellationToken), null);
            default:
                return await StayAsync(cancellationToken);
        }
    }

    private async Task<(Answer? Answer, Reply? Next)> StayAsync(CancellationToken cancellationToken)
    {
        turn.Session.Data.IsOverlaid = false;
        if (turn.Session.Data.Place is not { } place)
        {
            turn.Session.MoveHome();
            return (new() { Screen = await _home.DrawAsync(cancellationToken) }, null);
        }

        if (turn.Routes.TryFindByTag(place.Tag, out var route) && route is ScreenRoute screen && route.Shape.TryDecode(place.Fields, out var data))
        {
            if (modules.MayEnter(screen.Module))
            {
                return (null, await DrawAgainAsync(screen, data, cancellationToken));
            }

            turn.Session.MoveHome();
            return (null, Reply.Stay.WithToast(text.Get("core.screen.module_resting")));
        }

        turn.Session.MoveHome();
        return (null, Reply.Stay.WithToast(text.Get(
            route is not null || turn.Routes.IsDropped(place.Tag) ? "core.screen.outdated"
            : turn.Routes.IsOffHere(place.Tag) ? "core.screen.module_off_here"
            : "core.screen.module_off")));
    }

    /// <summary>Draws the place the user is at; one that is gone, or no longer theirs, is left.</summary>
    private async Task<Reply> DrawAgainAsync(ScreenRoute screen, object place, CancellationToken cancellationToken)
    {
        var reply = await turn.MayUseAsync(screen, cancellationToken)
            ? await modules.ShowAsync(screen, place, cancellationToken)
            : Reply.NotFound;
        if (reply.Kind is ReplyKind.NotFound or ReplyKind.Begin)
        {
            LeaveWhatIsGone();
        }

        return reply;
    }

    /// <summary>One step back; where that is gone too, to the menu: who left a company has a whole way back of what is gone.</summary>
    private void LeaveWhatIsGone()
    {
        if (_hasLeft)
        {
            turn.Session.MoveHome();
            return;
        }

        _hasLeft = true;
        turn.Session.MoveBack();
    }

    /// <summary>
    /// Opens a place, if the user may. Only one that is drawn becomes where the user is: a place that begins a dialog or
    /// leads elsewhere must not be come back to.
    /// </summary>
    public async Task<Reply> OpenAsync(object place, CancellationToken cancellationToken)
    {
        if (!turn.Routes.TryFindByType(place.GetType(), out var route) || route is not ScreenRoute screen)
        {
            throw new InvalidOperationException($"No module draws {place.GetType().Name}. Register it with Routes.Screen<{place.GetType().Name}, …>().");
        }

        if (!await turn.MayUseAsync(route, cancellationToken))
        {
            return Reply.NotFound;
        }

        if (!modules.MayEnter(screen.Module))
        {
            return Reply.Stay.WithToast(text.Get("core.screen.module_resting"));
        }

        var reply = await modules.ShowAsync(screen, place, cancellationToken);
        if (reply.Kind == ReplyKind.Show)
        {
            turn.Session.MoveTo(new(route.Tag, route.Shape.Encode(place)), IsPageOfCurrent(route, place));
        }

        return reply;
    }

    private bool IsPageOfCurrent(Route route, object place) =>
        turn.Session.Data.Place is { } current
        && current.Tag == route.Tag
        && route.Shape.TryDecode(current.Fields, out var data)
        && route.Shape.IsSamePlace(data, place);

    private async Task<Answer> BeginAsync(Reply reply, CancellationToken cancellationToken)
    {
        var registration = turn.Routes.FindDialog(reply.Dialog!)
            ?? throw new InvalidOperationException($"No module has the dialog {reply.Dialog!.Name}. Register it with AddDialog<{reply.Dialog.Name}, …>(\"id\").");
        var (services, moduleTurn) = modules.Enter(registration.Module, registration.ToString());
        return await ShowAsync(await dialogs.BeginAsync(registration, reply.State!, services, moduleTurn, cancellationToken), cancellationToken);
    }
}
