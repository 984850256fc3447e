using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Views;

/// <summary>Asks for a new event step by step, or for one part of a draft anew; <see cref="DraftScreen"/> shows it before it is made.</summary>
internal sealed class NewEventDialog(OpenCalendars calendars) : IDialog<NewEventState>
{
    private static readonly TimeSpan LongestEvent = TimeSpan.FromDays(7);
    private static readonly IReadOnlyList<string> Ends = ["never", "until", "times"];

    public void Define(IDialogSteps<NewEventState> steps)
    {
        EventSteps<NewEventState>.AskWhat(steps);
        AskWhen(steps);
        AskRepeat(steps);
        EventSteps<NewEventState>.AskWho(steps);
        AskRest(steps);
    }

    public Task<Reply> CompleteAsync(ITurn turn, NewEventState state, CancellationToken cancellationToken)
    {
        turn.SetSlot(state with { Part = NewEventState.WholeSteps });
        return Task.FromResult(Reply.GoTo(new DraftPlace()));
    }

    private static void AskWhen(IDialogSteps<NewEventState> steps) => steps
        .AskDate("day", new()
        {
            QuestionKey = "planner.new.day",
            LabelKey = "planner.label.day",
            Bounds = (turn, _, _) => new(DaysOf(turn)),
            Save = (state, day) => state.Day = day,
            Current = state => state.Day,
            When = state => state.Asks(DraftPart.When),
        })
        .AskChoice("takes", EventSteps<NewEventState>.Choose(DraftPart.When, "takes", SpanChoice.All, (state, takes) => state.Takes = takes, state => state.Part == DraftPart.When ? state.Takes : null))
        .AskTime("time", new()
        {
            QuestionKey = "planner.new.hour",
            LabelKey = "planner.label.hour",
            Save = (state, time) => state.Time = time,
            Current = state => state.Time,
            When = state => state.Asks(DraftPart.When) && state.Takes == SpanChoice.Hours,
        })
        .AskDuration("length", new()
        {
            QuestionKey = "planner.new.length",
            LabelKey = "planner.label.length",
            Max = LongestEvent,
            Save = (state, length) => state.Length = length,
            Current = state => state.Length,
            When = state => state.Asks(DraftPart.When) && state.Takes == SpanChoice.Hours,
        })
        .AskDate("last", new()
        {
            QuestionKey = "planner.new.last",
            LabelKey = "planner.label.last",
            Bounds = (turn, state, _) => new(DaysOf(turn) with { Earliest = state.Day, Latest = state.Day?.AddDays(Time.LocalSpan.MaxDays - 1) }),
            Save = (state, day) => state.LastDay = day,
            Current = state => state.LastDay,
            When = state => state.Asks(DraftPart.When) && state.Takes == SpanChoice.Days,
        });

    private static void AskRepeat(IDialogSteps<NewEventState> steps) => steps
        .AskChoice("repeat", EventSteps<NewEventState>.Choose(DraftPart.Repeat, "repeat", RepeatChoice.All, SaveRepeat, state => state.Part == DraftPart.Repeat ? state.Repeat : null))
        .AskText("own", EventSteps<NewEventState>.Text(DraftPart.Repeat, 100, (state, typed) => RepeatChoice.Put(state, RepeatChoice.Read(typed, state.Day!.Value)), _ => null) with
        {
            QuestionKey = "planner.new.own",
            LabelKey = "planner.label.repeat",
            Validate = (turn, typed, _) => new(RepeatChoice.Read(typed, turn.Text.DayOf(turn.StartedAt)) is null ? turn.Text.Get("planner.new.own.wrong") : null),
            When = state => state.Asks(DraftPart.Repeat) && state.Repeat == RepeatChoice.Own,
        })
        .AskChoice("ends", EventSteps<NewEventState>.Choose(DraftPart.Repeat, "ends", Ends, SaveEnd, state => state.Times is not null ? "times" : state.Until is not null ? "until" : null) with
        {
            When = state => state.Part == DraftPart.Repeat && state.Repeat != RepeatChoice.Never,
        })
        .AskDate("until", new()
        {
            QuestionKey = "planner.new.until",
            LabelKey = "planner.label.ends",
            Bounds = (turn, state, _) => new(DaysOf(turn) with { Earliest = state.Day }),
            Save = (state, day) => state.Until = day,
            Current = state => state.Until == DateOnly.MaxValue ? null : state.Until,
            When = state => state.Part == DraftPart.Repeat && state.Repeat != RepeatChoice.Never && state.Until is not null,
        })
        .AskText("times", EventSteps<NewEventState>.Text(DraftPart.Repeat, 3, (state, typed) => state.Times = TypedTimes.Number(typed), state => state.Times is > 0 and var times ? TypedTimes.Say(times) : null) with
        {
            QuestionKey = "planner.new.times",
            LabelKey = "planner.label.ends",
            Validate = (turn, typed, _) => new(TypedTimes.Number(typed) is null ? turn.Text.Get("planner.new.times.wrong") : null),
            When = state => state.Part == DraftPart.Repeat && state.Repeat != RepeatChoice.Never && state.Times is not null,
        });

    private void AskRest(IDialogSteps<NewEventState> steps)
    {
        EventSteps<NewEventState>.AskWhere(steps);
        EventSteps<NewEventState>.AskReminders(steps);
        steps.AskChoice("calendar", new()
        {
            QuestionKey = "planner.new.calendar",
            LabelKey = "planner.label.calendar",
            Choices = async (turn, _, token) => await calendars.ListAsync(turn, token),
            Save = (state, calendar) => state.Calendar = calendar,
            Current = state => state.Calendar,
            Columns = 2,
            When = state => state.Asks(DraftPart.Calendar),
        });
        EventSteps<NewEventState>.AskSight(steps);
    }

    private static void SaveRepeat(NewEventState state, string repeat)
    {
        state.Repeat = repeat;
        if (repeat == RepeatChoice.Never)
        {
            (state.Times, state.Until) = (null, null);
        }
    }

    /// <summary>Marks which end is asked for next.</summary>
    private static void SaveEnd(NewEventState state, string end) =>
        (state.Times, state.Until) = (end == "times" ? state.Times ?? 0 : null, end == "until" ? state.Until ?? DateOnly.MaxValue : null);

    private static DayBounds DaysOf(ITurn turn) => new() { Earliest = turn.Text.DayOf(turn.StartedAt).AddYears(-1), Latest = turn.Text.DayOf(turn.StartedAt).AddYears(10) };
}
