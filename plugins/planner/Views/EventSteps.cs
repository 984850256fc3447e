using DrAivBot.Dialogs;
using DrAivBot.Planner.Events;

namespace DrAivBot.Planner.Views;

/// <summary>The questions about parts of an event, asked alike of new events and of those that are changed.</summary>
/// <typeparam name="TState">What the dialog collects.</typeparam>
internal static class EventSteps<TState>
    where TState : EventParts, new()
{
    private const int MostPeople = 20;
    private const int LongestNote = 500;
    private const string Nothing = "-";

    private static readonly IReadOnlyList<string> Sights = ["open", "private"];

    public static void AskWhat(IDialogSteps<TState> steps) => steps
        .AskText("title", Text(DraftPart.Title, EventDetails.MaxTitle, (state, title) => state.Title = title, state => state.Title))
        .AskChoice("kind", Choose(
            DraftPart.Kind, "kind", [.. Enum.GetValues<EventKind>().Select(KindText.KeyOf)],
            (state, kind) => state.Kind = Enum.GetValues<EventKind>().FirstOrDefault(known => KindText.KeyOf(known) == kind),
            state => state.Part == DraftPart.Kind ? KindText.KeyOf(state.Kind) : null));

    public static void AskWho(IDialogSteps<TState> steps) => steps.AskPeople("people", new()
    {
        QuestionKey = "planner.new.people",
        LabelKey = "planner.label.people",
        Min = 0,
        Max = MostPeople,
        Save = (state, people) => state.People = people,
        Current = state => state.People,
        When = state => state.Asks(DraftPart.People),
    });

    public static void AskWhere(IDialogSteps<TState> steps) => steps
        .AskText("place", Text(DraftPart.Place, EventDetails.MaxPlace, (state, place) => state.Place = place == Nothing ? "" : place, state => state.Place) with { SkipKey = "planner.new.place.none" })
        .AskText("note", Text(DraftPart.Note, LongestNote, (state, note) => state.Note = note == Nothing ? "" : note, state => state.Note.Length <= LongestNote ? state.Note : null) with { MultiLine = true, SkipKey = "planner.new.note.none" });

    public static void AskReminders(IDialogSteps<TState> steps) => steps
        .AskChoice("remind", Choose(
            DraftPart.Reminders, "remind", ReminderChoice.All,
            (state, choice) => state.Reminders = ReminderChoice.Of(choice) ?? [-1],
            state => ReminderChoice.All.FirstOrDefault(choice => ReminderChoice.Of(choice)?.SequenceEqual(state.Reminders) == true)))
        .AskText("reminders", Text(DraftPart.Reminders, 100, (state, typed) => state.Reminders = ReminderChoice.Read(typed) ?? [], _ => null) with
        {
            QuestionKey = "planner.new.reminders",
            Validate = (turn, typed, _) => new(ReminderChoice.Read(typed) is null ? turn.Text.Get("planner.new.reminders.wrong") : null),
            When = state => state.Part == DraftPart.Reminders && state.Reminders is [-1],
        });

    public static void AskSight(IDialogSteps<TState> steps) => steps.AskChoice("sight", Choose(
        DraftPart.Sight, "sight", Sights, (state, sight) => state.IsPrivate = sight == "private", state => state.IsPrivate ? "private" : "open"));

    public static TextStep<TState> Text(string part, int most, Action<TState, string> save, Func<TState, string?> current) => new()
    {
        QuestionKey = "planner.new." + part,
        LabelKey = "planner.label." + part,
        MaxLength = most,
        Save = save,
        Current = current,
        When = state => state.Asks(part),
    };

    public static ChoiceStep<TState> Choose(string part, string id, IReadOnlyList<string> ids, Action<TState, string> save, Func<TState, string?> current) => new()
    {
        QuestionKey = "planner.new." + id,
        LabelKey = "planner.label." + id,
        Choices = (turn, _, _) => new([.. ids.Select(one => new Choice { Id = one, Label = turn.Text.Get($"planner.new.{id}.{one}") })]),
        Save = save,
        Current = current,
        When = state => state.Asks(part),
    };
}
