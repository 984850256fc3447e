using DrAivBot.Dialogs;
using DrAivBot.Organisation;
using DrAivBot.Planner.Events;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.Views;

/// <summary>Asks for a new event, step by step; <see cref="DraftScreen"/> shows it before it is made.</summary>
internal sealed class NewEventDialog(IOrganisation organisation, NamedPeople named) : IDialog<NewEventState>, IAction<NewEventPress>
{
    private const int Divisions = 7;
    private const int Departments = 21;

    private static readonly string[] Kinds = Enum.GetNames<EventKind>();
    private static readonly string[] Lengths = ["30", "60", "90", "120", "0"];
    private static readonly string[] Repeats = ["never", "daily", "workdays", "weekly", "monthly", "nth", "yearly"];
    private static readonly string[] Sights = ["open", "private"];

    public void Define(IDialogSteps<NewEventState> steps) => steps
        .AskText("title", Text("title", EventDetails.MaxTitle, (state, title) => state.Title = title, state => state.Title))
        .AskChoice("kind", Choose("kind", Kinds, (state, kind) => state.Kind = kind))
        .AskText("day", Text("day", 20, (state, day) => state.Day = day, state => state.Day) with
        {
            Validate = (turn, typed, _) => new(TypedTimes.Day(typed) is null ? turn.Text.Get("planner.new.day.wrong") : null),
        })
        .AskChoice("length", Choose("length", Lengths, (state, length) => state.Length = length))
        .AskText("hour", Text("hour", 5, (state, hour) => state.Hour = hour, state => state.Hour) with
        {
            Validate = (turn, typed, _) => new(TypedTimes.Hour(typed) is null ? turn.Text.Get("planner.new.hour.wrong") : null),
            When = state => state.Length != "0",
        })
        .AskChoice("repeat", Choose("repeat", Repeats, (state, repeat) => state.Repeat = repeat))
        .AskText("people", Text("people", 500, (state, people) => state.People = people, state => state.People) with
        {
            Validate = async (turn, typed, token) =>
                (await named.FindAsync(typed, token)).Unknown is { } name ? turn.Text.Get("planner.new.people.unknown", ("name", name)) : null,
        })
        .AskChoice("calendar", new()
        {
            QuestionKey = "planner.new.calendar",
            LabelKey = "planner.label.calendar",
            Choices = async (turn, _, token) => await CalendarsAsync(turn, token),
            Save = (state, calendar) => state.Calendar = calendar,
            Current = state => state.Calendar,
            Columns = 2,
        })
        .AskChoice("sight", Choose("sight", Sights, (state, sight) => state.Sight = sight));

    public Task<Reply> ActAsync(ITurn turn, NewEventPress press, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Begin<NewEventDialog, NewEventState>(new() { Day = press.Day is { } day ? TypedTimes.Say(day) : "" }));

    public Task<Reply> CompleteAsync(ITurn turn, NewEventState state, CancellationToken cancellationToken)
    {
        turn.SetSlot(state);
        return Task.FromResult(Reply.GoTo(new DraftPlace()));
    }

    private async Task<IReadOnlyList<Choice>> CalendarsAsync(ITurn turn, CancellationToken cancellationToken)
    {
        var scope = await organisation.FindScopeAsync(turn.User.Id, cancellationToken);
        var choices = new List<Choice> { new() { Id = "personal", Label = turn.Text.Get("planner.new.calendar.personal") } };
        if (scope.IsWholeCompany)
        {
            choices.Add(new() { Id = "company", Label = turn.Text.Get("planner.new.calendar.company") });
        }

        choices.AddRange((scope.IsWholeCompany ? Enumerable.Range(1, Divisions) : scope.Divisions).Select(number => UnitChoice(turn, "division", Unit.Division(number), number)));
        choices.AddRange((scope.IsWholeCompany ? Enumerable.Range(1, Departments) : scope.Departments).Select(number => UnitChoice(turn, "department", Unit.Department(number), number)));
        return choices;
    }

    private static Choice UnitChoice(ITurn turn, string kind, int unit, int number) =>
        new() { Id = TypedTimes.Say(unit), Label = turn.Text.Get("planner.new.calendar." + kind, ("number", number)) };

    private static TextStep<NewEventState> Text(string id, int most, Action<NewEventState, string> save, Func<NewEventState, string?> current) => new()
    {
        QuestionKey = "planner.new." + id,
        LabelKey = "planner.label." + id,
        MaxLength = most,
        Save = save,
        Current = current,
    };

    private static ChoiceStep<NewEventState> Choose(string id, IReadOnlyList<string> ids, Action<NewEventState, string> save) => new()
    {
        QuestionKey = "planner.new." + id,
        LabelKey = "planner.label." + id,
        Choices = (turn, _, _) => new([.. ids.Select(one => new Choice { Id = one, Label = turn.Text.Get($"planner.new.{id}.{TypedTimes.Key(one)}") })]),
        Save = save,
    };
}

/// <summary>Begins a new event.</summary>
/// <param name="Day">The day it is for; null to be asked.</param>
[Callback("new")]
internal readonly record struct NewEventPress(DateOnly? Day);
