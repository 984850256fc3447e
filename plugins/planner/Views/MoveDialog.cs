using DrAivBot.Dialogs;
using DrAivBot.Planner.Events;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.Views;

/// <summary>Asks to when an event is moved, by the clock of whoever moves it, and how much of a series.</summary>
internal sealed class MoveDialog(Moving moving, Calendar calendar, Viewers viewers) : IDialog<MoveState>, IAction<MovePress>
{
    public void Define(IDialogSteps<MoveState> steps) => steps
        .AskDate("day", new()
        {
            QuestionKey = "planner.move.day",
            LabelKey = "planner.label.day",
            Bounds = (_, _, _) => new(new DayBounds { Earliest = ShownDays.First, Latest = ShownDays.Last }),
            Save = (state, day) => state.Day = day,
            Current = state => state.Day,
        })
        .AskTime("time", new()
        {
            QuestionKey = "planner.move.hour",
            LabelKey = "planner.label.hour",
            Save = (state, time) => state.Time = time,
            Current = state => state.Time,
            When = state => !state.IsAllDay,
        })
        .AskChoice("scope", new()
        {
            QuestionKey = "planner.move.scope",
            LabelKey = "planner.label.scope",
            Choices = (turn, _, _) => new([.. Enum.GetValues<EditScope>().Select(scope => new Choice { Id = ScopeText.KeyOf(scope), Label = turn.Text.Get("planner.move." + ScopeText.KeyOf(scope)) })]),
            Save = (state, scope) => state.Scope = scope,
            When = state => state.Recurs,
        });

    public async Task<Reply> ActAsync(ITurn turn, MovePress press, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        if (await calendar.FindAsync(viewer, EventPlace.KeyOf(press.Event, press.Start), cancellationToken) is not { MayChange: true } card)
        {
            return Reply.NotFound;
        }

        return Reply.Begin<MoveDialog, MoveState>(new()
        {
            Event = press.Event,
            Start = press.Start,
            Day = DateOnly.FromDateTime(card.Entry.Span.Start),
            Time = TimeOnly.FromDateTime(card.Entry.Span.Start),
            IsAllDay = card.Entry.Span.IsAllDay,
            Recurs = card.Entry.Recurs,
        });
    }

    /// <summary>Nobody is asked twice about a time at which everybody is free.</summary>
    public async Task<Reply> CompleteAsync(ITurn turn, MoveState state, CancellationToken cancellationToken)
    {
        if (await moving.PlanAsync(turn, state, cancellationToken) is not { } plan)
        {
            return Reply.NotFound;
        }

        if ((await moving.FindTakenAsync(plan, cancellationToken)).First.Count == 0)
        {
            return await moving.MoveAsync(turn, plan, cancellationToken);
        }

        turn.SetSlot(state);
        return Reply.GoTo(new MoveReviewPlace());
    }
}

/// <summary>To when an event is moved.</summary>
internal sealed record MoveState
{
    public Guid Event { get; set; }

    public long Start { get; set; }

    public DateOnly? Day { get; set; }

    public TimeOnly? Time { get; set; }

    public bool IsAllDay { get; set; }

    public bool Recurs { get; set; }

    public string Scope { get; set; } = "";
}

/// <summary>Begins to move an event.</summary>
[Callback("move")]
internal readonly record struct MovePress(Guid Event, long Start);
