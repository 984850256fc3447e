using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Dialogs;

/// <summary>A question answered by typing.</summary>
internal sealed class AskedText<TState>(string id, TextStep<TState> step)
    : AskedStep<TState>(id, step.QuestionKey, step.QuestionValues, step.LabelKey, step.When)
    where TState : class, new()
{
    private const int KeepLabelLength = 40;
    private const int ShownAnswerLength = 1000;

    public override ValueTask<StepView> DrawAsync(ITurn turn, TState state, StepPlace? place, CancellationToken cancellationToken)
    {
        IReadOnlyList<IReadOnlyList<Button>> buttons =
        [
            .. step.SkipKey is { } skip ? [[Button.To(turn.Text.Get(skip), new DialogPress(Id, DialogOp.Choose, null))]] : Array.Empty<IReadOnlyList<Button>>(),
            .. step.Buttons?.Invoke(turn, state) ?? [],
        ];
        if (step.Current?.Invoke(state) is not { Length: > 0 } current)
        {
            return ValueTask.FromResult(new StepView { Rows = buttons });
        }

        var label = turn.Text.Get("core.dialog.keep", ("value", TypedText.Shorten(TypedText.OnOneLine(current), KeepLabelLength)));
        return ValueTask.FromResult(new StepView
        {
            Note = turn.Text.GetMarkup("core.dialog.current", ("value", TypedText.Shorten(current, ShownAnswerLength))),
            Rows = [[Button.To(label, new DialogPress(Id, DialogOp.Keep, null))], .. buttons],
        });
    }

    public override async ValueTask<StepAnswer> AnswerTextAsync(ITurn turn, TState state, StepPlace place, string text, CancellationToken cancellationToken) =>
        await TakeAsync(turn, state, text, cancellationToken);

    public override IEnumerable<string> TextKeys => step.SkipKey is { } skip ? [.. base.TextKeys, skip] : base.TextKeys;

    /// <summary>The only choice is to leave it unanswered.</summary>
    public override ValueTask<StepAnswer> ChooseAsync(ITurn turn, TState state, StepPlace place, string? choice, CancellationToken cancellationToken)
    {
        if (step.SkipKey is null || choice is not null)
        {
            return ValueTask.FromResult(StepAnswer.Outdated);
        }

        step.Save(state, "");
        return ValueTask.FromResult(StepAnswer.Accepted);
    }

    /// <summary>What the dialog began with was never checked, so keeping it is answering it.</summary>
    public override async ValueTask<StepAnswer> KeepAsync(ITurn turn, TState state, CancellationToken cancellationToken) =>
        step.Current?.Invoke(state) is { Length: > 0 } current
            ? await TakeAsync(turn, state, current, cancellationToken)
            : StepAnswer.Outdated;

    public override ValueTask<bool> IsStaleAsync(ITurn turn, TState state, CancellationToken cancellationToken) =>
        ValueTask.FromResult(false);

    private async ValueTask<StepAnswer> TakeAsync(ITurn turn, TState state, string text, CancellationToken cancellationToken)
    {
        var answer = TypedText.Clean(text, step.MultiLine);
        var reason = TypedText.Refuse(turn.Text, answer, step.MinLength, step.MaxLength, step.MultiLine);
        if (reason is null && step.Validate is { } validate)
        {
            reason = await validate(turn, answer, cancellationToken);
        }

        if (reason is not null)
        {
            return StepAnswer.Refused(reason);
        }

        step.Save(state, answer);
        return StepAnswer.Accepted;
    }
}
