using DrAivBot.Dialogs;
using DrAivBot.Files;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Dialogs;

/// <summary>A question answered by sending a file.</summary>
internal sealed class AskedFile<TState>(string id, FileStep<TState> step)
    : AskedStep<TState>(id, step.QuestionKey, step.QuestionValues, step.LabelKey, step.When)
    where TState : class, new()
{
    private const int KeepLabelLength = 40;
    private const int Megabyte = 1024 * 1024;

    public override ValueTask<StepView> DrawAsync(ITurn turn, TState state, StepPlace? place, CancellationToken cancellationToken)
    {
        if (step.Current?.Invoke(state) is not { } file)
        {
            return ValueTask.FromResult(new StepView { Rows = [] });
        }

        var label = turn.Text.Get("core.dialog.keep", ("value", TypedText.Shorten(file.Name, KeepLabelLength)));
        return ValueTask.FromResult(new StepView
        {
            Note = turn.Text.GetMarkup("core.dialog.current", ("value", file.Name)),
            Rows = [[Button.To(label, new DialogPress(Id, DialogOp.Keep, null))]],
        });
    }

    public override ValueTask<StepAnswer> AnswerTextAsync(ITurn turn, TState state, StepPlace place, string text, CancellationToken cancellationToken) =>
        ValueTask.FromResult(StepAnswer.Refused(turn.Text.Get("core.dialog.file_wanted", ("kinds", Kinds))));

    public override ValueTask<StepAnswer> AnswerFileAsync(ITurn turn, TState state, IncomingFile file, CancellationToken cancellationToken)
    {
        if (Refuse(turn, file) is { } reason)
        {
            return ValueTask.FromResult(StepAnswer.Refused(reason));
        }

        step.Save(state, file);
        return ValueTask.FromResult(StepAnswer.Accepted);
    }

    public override ValueTask<StepAnswer> ChooseAsync(ITurn turn, TState state, StepPlace place, string? choice, CancellationToken cancellationToken) =>
        ValueTask.FromResult(StepAnswer.Outdated);

    public override ValueTask<StepAnswer> KeepAsync(ITurn turn, TState state, CancellationToken cancellationToken) =>
        step.Current?.Invoke(state) is { } file ? AnswerFileAsync(turn, state, file, cancellationToken) : ValueTask.FromResult(StepAnswer.Outdated);

    public override ValueTask<bool> IsStaleAsync(ITurn turn, TState state, CancellationToken cancellationToken) => ValueTask.FromResult(false);

    private string Kinds => string.Join(", ", step.Extensions);

    private string? Refuse(ITurn turn, IncomingFile file) =>
        !step.Extensions.Any(extension => file.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            ? turn.Text.Get("core.dialog.file_kind", ("name", TypedText.Shorten(file.Name, KeepLabelLength)), ("kinds", Kinds))
            : file.Size > step.MaxBytes
                ? turn.Text.Get("core.dialog.file_large", ("size", Megabytes(file.Size)), ("max", Megabytes(step.MaxBytes)))
                : null;

    private static decimal Megabytes(long bytes) => Math.Max(0.1m, Math.Round((decimal)bytes / Megabyte, 1));
}
