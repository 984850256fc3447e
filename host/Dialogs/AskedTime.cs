using System.Globalization;
using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Host.Dialogs;

/// <summary>A question for a time of day: the hours first, then the minutes of the hour. Page 0 has the hours, page 1 the minutes of hour 0.</summary>
internal sealed class AskedTime<TState>(string id, TimeStep<TState> step)
    : AskedStep<TState>(id, step.QuestionKey, step.QuestionValues, step.LabelKey, step.When)
    where TState : class, new()
{
    private const int HoursInDay = 24;
    private const int MinutesInHour = 60;
    private const int MinuteStep = 5;
    private const int HourColumns = 6;
    private const int MinuteColumns = 4;

    public override ValueTask<StepView> DrawAsync(ITurn turn, TState state, StepPlace? place, CancellationToken cancellationToken)
    {
        var current = step.Current?.Invoke(state);
        var page = place is { Page: >= 1 and <= HoursInDay } at ? at.Page : 0;
        List<IReadOnlyList<Button>> rows = page == 0
            ? [.. Enumerable.Range(0, HoursInDay).Select(hour => Hour(turn, hour, current)).Chunk(HourColumns)]
            :
            [
                .. Enumerable.Range(0, MinutesInHour / MinuteStep).Select(part => Minute(turn, new(page - 1, part * MinuteStep), current)).Chunk(MinuteColumns),
                [Button.To(turn.Text.Get("core.dialog.time_hours"), new DialogPress(Id, DialogOp.Page, "0"))],
            ];
        if (current is not { } time)
        {
            return ValueTask.FromResult(new StepView { Rows = rows, Page = page });
        }

        var shown = turn.Text.FormatTime(time);
        rows.Add([Button.To(turn.Text.Get("core.dialog.keep", ("value", shown)), new DialogPress(Id, DialogOp.Keep, null))]);
        return ValueTask.FromResult(new StepView { Note = turn.Text.GetMarkup("core.dialog.current", ("value", shown)), Rows = rows, Page = page });
    }

    public override async ValueTask<StepAnswer> AnswerTextAsync(ITurn turn, TState state, StepPlace place, string text, CancellationToken cancellationToken) =>
        TypedTime.TryRead(TypedText.Clean(text, multiLine: false), out var time)
            ? await TakeAsync(turn, state, time, cancellationToken)
            : StepAnswer.Refused(turn.Text.Get("core.dialog.time_unreadable"));

    public override async ValueTask<StepAnswer> ChooseAsync(ITurn turn, TState state, StepPlace place, string? choice, CancellationToken cancellationToken) =>
        int.TryParse(choice, NumberStyles.None, CultureInfo.InvariantCulture, out var minute) && minute < HoursInDay * MinutesInHour
            ? await TakeAsync(turn, state, new(minute / MinutesInHour, minute % MinutesInHour), cancellationToken)
            : StepAnswer.Outdated;

    public override async ValueTask<StepAnswer> KeepAsync(ITurn turn, TState state, CancellationToken cancellationToken) =>
        step.Current?.Invoke(state) is { } time ? await TakeAsync(turn, state, time, cancellationToken) : StepAnswer.Outdated;

    public override async ValueTask<bool> IsStaleAsync(ITurn turn, TState state, CancellationToken cancellationToken) =>
        step.Current?.Invoke(state) is { } time && await RefuseAsync(turn, state, time, cancellationToken) is not null;

    private async ValueTask<StepAnswer> TakeAsync(ITurn turn, TState state, TimeOnly time, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(turn, state, time, cancellationToken) is { } reason)
        {
            return StepAnswer.Refused(reason);
        }

        step.Save(state, time);
        return StepAnswer.Accepted;
    }

    private ValueTask<string?> RefuseAsync(ITurn turn, TState state, TimeOnly time, CancellationToken cancellationToken) =>
        step.Validate?.Invoke(turn, state, time, cancellationToken) ?? ValueTask.FromResult<string?>(null);

    private Button Hour(ITurn turn, int hour, TimeOnly? current) => Button.To(
        Mark(turn.Text.FormatTime(new TimeOnly(hour, 0)), current?.Hour == hour),
        new DialogPress(Id, DialogOp.Page, FormattableString.Invariant($"{hour + 1}")));

    private Button Minute(ITurn turn, TimeOnly time, TimeOnly? current) => Button.To(
        Mark(turn.Text.FormatTime(time), current == time),
        new DialogPress(Id, DialogOp.Choose, FormattableString.Invariant($"{(time.Hour * MinutesInHour) + time.Minute}")));

    private static string Mark(string label, bool isChosen) => isChosen ? "✓" + label : label;
}
