using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Host.Dialogs;

/// <summary>A question for a first and a last day. The first is kept as the step's part until the second comes.</summary>
internal sealed class AskedPeriod<TState>(string id, PeriodStep<TState> step)
    : AskedStep<TState>(id, step.QuestionKey, step.QuestionValues, step.LabelKey, step.When)
    where TState : class, new()
{
    private const char Between = '-';
    private const int ExampleLength = 7;

    public override async ValueTask<StepView> DrawAsync(ITurn turn, TState state, StepPlace? place, CancellationToken cancellationToken)
    {
        var question = await QuestionAsync(turn, state, cancellationToken);
        if (MonthPage.FindDay(place?.Part) is { } first)
        {
            var note = turn.Text.GetMarkup("core.dialog.period_until", ("day", turn.Text.FormatDay(first)));
            return question.Draw(note, place?.Page, (first, first), day => MonthPage.Write(first) + Between + MonthPage.Write(day));
        }

        var current = step.Current?.Invoke(state) is { } days && Refuse(turn, question, days) is null ? days : ((DateOnly From, DateOnly Until)?)null;
        var view = question.Draw(Markup.Empty, place?.Page, current, MonthPage.Write);
        return question.WithCurrent(view, current is var (from, until) ? turn.Text.FormatDays(from, until) : null);
    }

    public override async ValueTask<StepAnswer> AnswerTextAsync(ITurn turn, TState state, StepPlace place, string text, CancellationToken cancellationToken)
    {
        var question = await QuestionAsync(turn, state, cancellationToken);
        var typed = TypedText.Clean(text, multiLine: false);
        if (MonthPage.FindDay(place.Part) is { } first && TypedDay.TryRead(typed, first, out var last))
        {
            return await TakeAsync(turn, state, question, (first, last), cancellationToken);
        }

        if (TypedDay.TryReadPeriod(typed, question.Today, out var from, out var until))
        {
            return await TakeAsync(turn, state, question, (from, until), cancellationToken);
        }

        var tomorrow = question.Today.AddDays(1);
        return StepAnswer.Refused(turn.Text.Get(
            "core.dialog.period_unreadable", ("day", question.Example(tomorrow)), ("until", question.Example(tomorrow.AddDays(ExampleLength)))));
    }

    public override async ValueTask<StepAnswer> ChooseAsync(ITurn turn, TState state, StepPlace place, string? choice, CancellationToken cancellationToken)
    {
        var days = (choice ?? "").Split(Between);
        var question = await QuestionAsync(turn, state, cancellationToken);
        if (MonthPage.FindDay(days[0]) is not { } first)
        {
            return StepAnswer.Outdated;
        }

        if (days is [_, var second])
        {
            // The press says which first day it goes with: after a change of mind on another device it would be outdated.
            if (MonthPage.FindDay(second) is not { } last || MonthPage.FindDay(place.Part) != first)
            {
                return StepAnswer.Outdated;
            }

            var answer = await TakeAsync(turn, state, question, last < first ? (last, first) : (first, last), cancellationToken);
            return answer.Reason is { } refused ? StepAnswer.Refused(refused, place with { Part = null }) : answer;
        }

        return question.Refuse(first) is { } reason ? StepAnswer.Refused(reason) : StepAnswer.GoOn(new(MonthPage.Of(first), days[0]));
    }

    public override async ValueTask<StepAnswer> KeepAsync(ITurn turn, TState state, CancellationToken cancellationToken) =>
        step.Current?.Invoke(state) is { } days
            ? await TakeAsync(turn, state, await QuestionAsync(turn, state, cancellationToken), days, cancellationToken)
            : StepAnswer.Outdated;

    public override async ValueTask<bool> IsStaleAsync(ITurn turn, TState state, CancellationToken cancellationToken) =>
        step.Current?.Invoke(state) is { } days
        && await RefuseAsync(turn, state, await QuestionAsync(turn, state, cancellationToken), days, cancellationToken) is not null;

    private ValueTask<DayQuestion> QuestionAsync(ITurn turn, TState state, CancellationToken cancellationToken) =>
        DayQuestion.ForAsync(Id, turn, state, step.Bounds, cancellationToken);

    private async ValueTask<StepAnswer> TakeAsync(
        ITurn turn, TState state, DayQuestion question, (DateOnly From, DateOnly Until) days, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(turn, state, question, days, cancellationToken) is { } reason)
        {
            return StepAnswer.Refused(reason);
        }

        step.Save(state, days.From, days.Until);
        return StepAnswer.Accepted;
    }

    private async ValueTask<string?> RefuseAsync(
        ITurn turn, TState state, DayQuestion question, (DateOnly From, DateOnly Until) days, CancellationToken cancellationToken) =>
        Refuse(turn, question, days) ?? (step.Validate is null ? null : await step.Validate(turn, state, days, cancellationToken));

    private string? Refuse(ITurn turn, DayQuestion question, (DateOnly From, DateOnly Until) days) =>
        days.Until < days.From ? turn.Text.Get("core.dialog.period_backwards")
        : question.Refuse(days.From) ?? question.Refuse(days.Until)
        ?? (days.Until.DayNumber - days.From.DayNumber >= step.MaxDays ? turn.Text.Get("core.dialog.period_long", ("count", step.MaxDays)) : null);
}
