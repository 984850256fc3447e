using System.Globalization;
using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Host.Dialogs;

/// <summary>A question for how long something takes.</summary>
internal sealed class AskedDuration<TState>(string id, DurationStep<TState> step)
    : AskedStep<TState>(id, step.QuestionKey, step.QuestionValues, step.LabelKey, step.When)
    where TState : class, new()
{
    private const int Columns = 3;

    public override ValueTask<StepView> DrawAsync(ITurn turn, TState state, StepPlace? place, CancellationToken cancellationToken)
    {
        var current = step.Current?.Invoke(state);
        var rows = step.Choices.Select(length => ToButton(turn, length, length == current)).Chunk(Columns).Select(IReadOnlyList<Button> (row) => row).ToList();
        if (current is not { } known || step.Choices.Contains(known))
        {
            return ValueTask.FromResult(new StepView { Rows = rows });
        }

        var shown = turn.Text.FormatDuration(known);
        rows.Add([Button.To(turn.Text.Get("core.dialog.keep", ("value", shown)), new DialogPress(Id, DialogOp.Keep, null))]);
        return ValueTask.FromResult(new StepView { Note = turn.Text.GetMarkup("core.dialog.current", ("value", shown)), Rows = rows });
    }

    public override ValueTask<StepAnswer> AnswerTextAsync(ITurn turn, TState state, StepPlace place, string text, CancellationToken cancellationToken) =>
        ValueTask.FromResult(TypedDuration.TryRead(TypedText.Clean(text, multiLine: false), out var length)
            ? Take(turn, state, length)
            : StepAnswer.Refused(turn.Text.Get("core.dialog.duration_unreadable")));

    public override ValueTask<StepAnswer> ChooseAsync(ITurn turn, TState state, StepPlace place, string? choice, CancellationToken cancellationToken) =>
        ValueTask.FromResult(
            int.TryParse(choice, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && TimeSpan.FromMinutes(minutes) is var length && step.Choices.Contains(length)
                ? Take(turn, state, length)
                : StepAnswer.Outdated);

    public override ValueTask<StepAnswer> KeepAsync(ITurn turn, TState state, CancellationToken cancellationToken) =>
        ValueTask.FromResult(step.Current?.Invoke(state) is { } length ? Take(turn, state, length) : StepAnswer.Outdated);

    public override ValueTask<bool> IsStaleAsync(ITurn turn, TState state, CancellationToken cancellationToken) =>
        ValueTask.FromResult(step.Current?.Invoke(state) is { } length && !IsTaken(length));

    private StepAnswer Take(ITurn turn, TState state, TimeSpan length)
    {
        if (!IsTaken(length))
        {
            return StepAnswer.Refused(turn.Text.Get(
                "core.dialog.duration_range", ("min", turn.Text.FormatDuration(step.Min)), ("max", turn.Text.FormatDuration(step.Max))));
        }

        step.Save(state, length);
        return StepAnswer.Accepted;
    }

    private bool IsTaken(TimeSpan length) => length >= step.Min && length <= step.Max;

    private Button ToButton(ITurn turn, TimeSpan length, bool isChosen) => Button.To(
        (isChosen ? "✓ " : "") + turn.Text.FormatDuration(length),
        new DialogPress(Id, DialogOp.Choose, FormattableString.Invariant($"{(int)length.TotalMinutes}")));
}
