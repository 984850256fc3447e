using System.Globalization;
using System.Text.Json;
using DrAivBot.Dialogs;
using DrAivBot.Files;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Sessions;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Dialogs;

/// <summary>One update of one dialog: where it stands, what the user did, where it goes.</summary>
internal sealed class DialogRun<TState>(
    DialogRegistration registration, IDialog<TState> dialog, StepCollection<TState> steps, ITurn turn, TState state, StoredDialog at)
    where TState : class, new()
{
    private StoredDialog _at = at;

    private StepPlace Place => new(_at.Page, _at.Part);

    private bool AtReview => _at.Step == StepId.Review;

    /// <summary>The step that waits; null at the review.</summary>
    private AskedStep<TState>? Waiting => steps.Asked.FirstOrDefault(step => step.Id == _at.Step);

    /// <summary>Whether the stored step still exists; if it is no longer needed, moves to a neighbour.</summary>
    public bool TryResume(out bool moved)
    {
        moved = false;
        if (AtReview)
        {
            return steps.Confirmation is not null;
        }

        if (Waiting is not { } waiting)
        {
            return false;
        }

        moved = !waiting.IsNeeded(state);
        return !moved || TryMoveOn(steps.IndexOf(waiting.Id));
    }

    public Task<DialogOutcome> BeginAsync(CancellationToken cancellationToken) => AdvanceAsync(-1, cancellationToken);

    public Task<DialogOutcome> DrawAsync(CancellationToken cancellationToken) => DrawAsync(reason: null, cancellationToken);

    public async Task<DialogOutcome> DrawOutdatedAsync(CancellationToken cancellationToken) =>
        await DrawAsync(reason: null, cancellationToken) with { Outdated = true, Toast = turn.Text.Get("core.screen.outdated") };

    public async Task<DialogOutcome> AnswerTextAsync(string text, CancellationToken cancellationToken)
    {
        if (Waiting is not { } step)
        {
            return await DrawAsync(turn.Text.Get("core.dialog.review_by_button"), cancellationToken);
        }

        return await TakeAsync(step, await step.AnswerTextAsync(turn, state, Place, text, cancellationToken), cancellationToken);
    }

    public async Task<DialogOutcome> AnswerFileAsync(IncomingFile file, CancellationToken cancellationToken) => Waiting is { } step
        ? await TakeAsync(step, await step.AnswerFileAsync(turn, state, file, cancellationToken), cancellationToken)
        : await DrawAsync(turn.Text.Get("core.dialog.review_by_button"), cancellationToken);

    public Task<DialogOutcome> PressAsync(DialogPress press, CancellationToken cancellationToken)
    {
        if (press.Step != _at.Step)
        {
            return DrawOutdatedAsync(cancellationToken);
        }

        return press.Op switch
        {
            DialogOp.Back => GoBackAsync(cancellationToken),
            DialogOp.Cancel => Task.FromResult(new DialogOutcome { Left = true, Toast = turn.Text.Get("core.dialog.cancelled") }),
            _ => AtReview ? PressReviewAsync(press, cancellationToken) : PressStepAsync(Waiting!, press, cancellationToken),
        };
    }

    private async Task<DialogOutcome> PressStepAsync(AskedStep<TState> step, DialogPress press, CancellationToken cancellationToken)
    {
        switch (press.Op)
        {
            case DialogOp.Choose:
                return await TakePressAsync(step, await step.ChooseAsync(turn, state, Place, press.Value, cancellationToken), cancellationToken);
            case DialogOp.Keep:
                return await TakePressAsync(step, await step.KeepAsync(turn, state, cancellationToken), cancellationToken);
            case DialogOp.Page when int.TryParse(press.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var page):
                _at = _at with { Page = page };
                return await DrawAsync(cancellationToken);
            default:
                return await DrawOutdatedAsync(cancellationToken);
        }
    }

    private Task<DialogOutcome> PressReviewAsync(DialogPress press, CancellationToken cancellationToken)
    {
        var edited = steps.Asked.FirstOrDefault(step => step.Id == press.Value && step.IsNeeded(state));
        return (press.Op, edited) switch
        {
            (DialogOp.Confirm, _) => ConfirmAsync(cancellationToken),
            (DialogOp.Edit, not null) => AskAsync(edited, fromReview: true, cancellationToken),
            _ => DrawOutdatedAsync(cancellationToken),
        };
    }

    /// <summary>Why a button is refused is said over the chat too: the same reason may stand on the screen already.</summary>
    private async Task<DialogOutcome> TakePressAsync(AskedStep<TState> step, StepAnswer answer, CancellationToken cancellationToken)
    {
        var outcome = await TakeAsync(step, answer, cancellationToken);
        return answer.Reason is { } reason ? outcome with { Toast = reason } : outcome;
    }

    private async Task<DialogOutcome> TakeAsync(AskedStep<TState> step, StepAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Place is { } place)
        {
            _at = _at with { Page = place.Page, Part = place.Part };
            return await DrawAsync(answer.Reason, cancellationToken);
        }

        if (!answer.IsAccepted)
        {
            return answer.Reason is { } reason
                ? await DrawAsync(reason, cancellationToken)
                : await DrawOutdatedAsync(cancellationToken);
        }

        _at = _at with { Answered = [.. _at.Answered.Where(id => id != step.Id && steps.IndexOf(id) >= 0), step.Id] };
        return await AdvanceAsync(steps.IndexOf(step.Id), cancellationToken);
    }

    private async Task<DialogOutcome> AdvanceAsync(int index, CancellationToken cancellationToken)
    {
        var next = _at.FromReview ? null : NextNeeded(index);
        next ??= await FindOpenAsync(index, cancellationToken);
        if (next is not null)
        {
            return await AskAsync(next, _at.FromReview, cancellationToken);
        }

        return steps.Confirmation is null ? await CompleteAsync(cancellationToken) : await ShowReviewAsync(cancellationToken);
    }

    /// <summary>What was true when the review was drawn may have changed since: nothing outdated is acted on.</summary>
    private async Task<DialogOutcome> ConfirmAsync(CancellationToken cancellationToken) =>
        await FindOpenAsync(except: -1, cancellationToken) is { } open
            ? await AskAsync(open, fromReview: true, cancellationToken)
            : await CompleteAsync(cancellationToken);

    private Task<DialogOutcome> GoBackAsync(CancellationToken cancellationToken)
    {
        if (_at.FromReview && steps.Confirmation is not null)
        {
            return ShowReviewAsync(cancellationToken);
        }

        var before = PreviousNeeded(AtReview ? steps.Asked.Count : steps.IndexOf(_at.Step));
        return before is null
            ? Task.FromResult(new DialogOutcome { Left = true })
            : AskAsync(before, fromReview: false, cancellationToken);
    }

    private async Task<DialogOutcome> CompleteAsync(CancellationToken cancellationToken) =>
        new() { Completed = await dialog.CompleteAsync(turn, state, cancellationToken) };

    private Task<DialogOutcome> ShowReviewAsync(CancellationToken cancellationToken)
    {
        _at = _at with { Step = StepId.Review, FromReview = false, Page = 0, Part = null };
        return DrawAsync(cancellationToken);
    }

    private async Task<DialogOutcome> AskAsync(AskedStep<TState> step, bool fromReview, CancellationToken cancellationToken)
    {
        _at = _at with { Step = step.Id, FromReview = fromReview, Part = null };
        return await DrawStepAsync(step, place: null, reason: null, cancellationToken);
    }

    private Task<DialogOutcome> DrawAsync(string? reason, CancellationToken cancellationToken) =>
        Waiting is { } step
            ? DrawStepAsync(step, Place, reason, cancellationToken)
            : Task.FromResult(Outcome(DialogScreens.Review(turn, steps.Confirmation!, state, steps.Asked, reason)));

    private async Task<DialogOutcome> DrawStepAsync(AskedStep<TState> step, StepPlace? place, string? reason, CancellationToken cancellationToken)
    {
        var view = await step.DrawAsync(turn, state, place, cancellationToken);
        _at = _at with { Page = view.Page };
        var (number, count) = Count(step);
        var position = _at.FromReview || count == 1 ? Markup.Empty : DialogScreens.Position(turn, number, count);
        return Outcome(DialogScreens.Question(turn, step.Id, position, step.Question(turn, state), view, reason));
    }

    /// <summary>
    /// Which of the needed steps this is, and how many there are. Not with ToList: beyond eight items it rents from a pool of
    /// arrays of the module's types, whose thread statics crashed the runtime after another copy of the module was unloaded.
    /// </summary>
    private (int Number, int Count) Count(AskedStep<TState> step)
    {
        var (number, count) = (0, 0);
        foreach (var asked in steps.Asked)
        {
            count += asked.IsNeeded(state) ? 1 : 0;
            number = asked == step ? count : number;
        }

        return (number, count);
    }

    private DialogOutcome Outcome(Screen screen) =>
        new() { Dialog = _at with { State = JsonSerializer.Serialize(state, registration.Json) }, Screen = screen };

    private AskedStep<TState>? NextNeeded(int after) => steps.Asked.Skip(after + 1).FirstOrDefault(step => step.IsNeeded(state));

    private AskedStep<TState>? PreviousNeeded(int before) => steps.Asked.Take(before).LastOrDefault(step => step.IsNeeded(state));

    /// <summary>The first step that is needed but not answered, or whose answer can no longer be given.</summary>
    private async ValueTask<AskedStep<TState>?> FindOpenAsync(int except, CancellationToken cancellationToken)
    {
        for (var i = 0; i < steps.Asked.Count; i++)
        {
            var step = steps.Asked[i];
            if (i != except && step.IsNeeded(state)
                && (!_at.Answered.Contains(step.Id) || await step.IsStaleAsync(turn, state, cancellationToken)))
            {
                return step;
            }
        }

        return null;
    }

    private bool TryMoveOn(int index)
    {
        var neighbour = NextNeeded(index)?.Id ?? (steps.Confirmation is null ? PreviousNeeded(index)?.Id : StepId.Review);
        _at = neighbour is null ? _at : _at with { Step = neighbour, FromReview = false, Page = 0, Part = null };
        return neighbour is not null;
    }
}
