using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Host.Dialogs;

/// <summary>A question for a day.</summary>
internal sealed class AskedDate<TState>(string id, DateStep<TState> step)
    : AskedStep<TState>(id, step.QuestionKey, step.QuestionValues, step.LabelKey, step.When)
    where TState : class, new()
{
    public override async ValueTask<StepView> DrawAsync(ITurn turn, TState state, StepPlace? place, CancellationToken cancellationToken)
    {
        var question = await QuestionAsync(turn, state, cancellationToken);
        var current = step.Current?.Invoke(state) is { } day && question.Refuse(day) is null ? day : (DateOnly?)null;
        var view = question.Draw(Markup.Empty, place?.Page, current is { } chosen ? (chosen, chosen) : null, MonthPage.Write);
        return question.WithCurrent(view, current is { } known ? turn.Text.FormatDay(known) : null);
    }

    public override async ValueTask<StepAnswer> AnswerTextAsync(ITurn turn, TState state, StepPlace place, string text, CancellationToken cancellationToken)
    {
        var question = await QuestionAsync(turn, state, cancellationToken);
        return TypedDay.TryRead(TypedText.Clean(text, multiLine: false), question.Today, out var day)
            ? await TakeAsync(turn, state, question, day, cancellationToken)
            : StepAnswer.Refused(turn.Text.Get("core.dialog.day_unreadable", ("example", question.Example(question.Today.AddDays(1)))));
    }

    public override async ValueTask<StepAnswer> ChooseAsync(ITurn turn, TState state, StepPlace place, string? choice, CancellationToken cancellationToken) =>
        MonthPage.FindDay(choice) is { } day
            ? await TakeAsync(turn, state, await QuestionAsync(turn, state, cancellationToken), day, cancellationToken)
            : StepAnswer.Outdated;

    public override async ValueTask<StepAnswer> KeepAsync(ITurn turn, TState state, CancellationToken cancellationToken) =>
        step.Current?.Invoke(state) is { } day
            ? await TakeAsync(turn, state, await QuestionAsync(turn, state, cancellationToken), day, cancellationToken)
            : StepAnswer.Outdated;

    public override async ValueTask<bool> IsStaleAsync(ITurn turn, TState state, CancellationToken cancellationToken) =>
        step.Current?.Invoke(state) is { } day
        && ((await QuestionAsync(turn, state, cancellationToken)).Refuse(day) ?? await ValidateAsync(turn, state, day, cancellationToken)) is not null;

    private ValueTask<DayQuestion> QuestionAsync(ITurn turn, TState state, CancellationToken cancellationToken) =>
        DayQuestion.ForAsync(Id, turn, state, step.Bounds, cancellationToken);

    private async ValueTask<StepAnswer> TakeAsync(ITurn turn, TState state, DayQuestion question, DateOnly day, CancellationToken cancellationToken)
    {
        if ((question.Refuse(day) ?? await ValidateAsync(turn, state, day, cancellationToken)) is { } reason)
        {
            return StepAnswer.Refused(reason);
        }

        step.Save(state, day);
        return StepAnswer.Accepted;
    }

    private ValueTask<string?> ValidateAsync(ITurn turn, TState state, DateOnly day, CancellationToken cancellationToken) =>
        step.Validate?.Invoke(turn, state, day, cancellationToken) ?? ValueTask.FromResult<string?>(null);
}
