using DrAivBot.Dialogs;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.QuickEntry;
using DrAivBot.Planner.Time;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Views;

/// <summary>Asks for a new event in one line. A line that says when leads to the draft at once; a title alone to the other questions.</summary>
internal sealed class QuickDialog(NamedPeople named) : IDialog<QuickState>, IAction<NewEventPress>
{
    public void Define(IDialogSteps<QuickState> steps) => steps.AskText("line", new()
    {
        QuestionKey = "planner.quick",
        LabelKey = "planner.label.title",
        MaxLength = EventDetails.MaxTitle,
        Validate = (turn, typed, _) => new(Parse(turn, typed).Title.Length == 0 ? turn.Text.Get("planner.quick.untitled") : null),
        Save = (state, line) => state.Line = line,
    });

    public Task<Reply> ActAsync(ITurn turn, NewEventPress press, CancellationToken cancellationToken)
    {
        var today = turn.Text.DayOf(turn.StartedAt);
        return Task.FromResult(Reply.Begin<QuickDialog, QuickState>(new() { Day = press.Day is { } day && day > today ? day : null }));
    }

    public async Task<Reply> CompleteAsync(ITurn turn, QuickState state, CancellationToken cancellationToken)
    {
        var line = Parse(turn, state.Line);
        var draft = new NewEventState { Title = line.Title, Kind = line.Kind, Typed = state.Line, RuleSaid = line.RuleSaid, Offers = await named.FindAsync(line.People, cancellationToken) };
        if (!line.HasDay && !line.HasTime)
        {
            draft.Day = state.Day;
            return Reply.Begin<NewEventDialog, NewEventState>(draft);
        }

        Put(draft, line.Span, line.HasDay ? null : state.Day);
        RepeatChoice.Put(draft, line.Rule);
        turn.SetSlot(draft);
        return Reply.GoTo(new DraftPlace());
    }

    /// <summary>A word alone, such as "Daily", names what it is.</summary>
    private static QuickLine Parse(ITurn turn, string typed)
    {
        var line = QuickEntryParser.Parse(typed, turn.StartedAt, turn.User.TimeZone);
        return line is { Title.Length: 0, Rule: not null } && !typed.Trim().Contains(' ', StringComparison.Ordinal)
            ? QuickEntryParser.Parse(typed, turn.StartedAt, turn.User.TimeZone, readsRules: false)
            : line;
    }

    /// <summary>A line without a day is for the day that was looked at.</summary>
    private static void Put(NewEventState draft, LocalSpan span, DateOnly? day)
    {
        var first = DateOnly.FromDateTime(span.Start);
        draft.Day = day ?? first;
        if (span.IsAllDay)
        {
            draft.LastDay = draft.Day.Value.AddDays((span.End - span.Start).Days - 1);
            draft.Takes = draft.LastDay == draft.Day ? SpanChoice.Day : SpanChoice.Days;
            return;
        }

        (draft.Takes, draft.Time, draft.Length) = (SpanChoice.Hours, TimeOnly.FromDateTime(span.Start), span.Length);
    }
}

/// <summary>What is typed in one line.</summary>
internal sealed record QuickState
{
    /// <summary>The day that was looked at, when it is a later one.</summary>
    public DateOnly? Day { get; set; }

    public string Line { get; set; } = "";
}

/// <summary>Begins a new event.</summary>
/// <param name="Day">The day that is looked at; null for none.</param>
[Callback("new")]
internal readonly record struct NewEventPress(DateOnly? Day);
