using DrAivBot.Company.OrgChart;
using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Employees;

/// <summary>Asks for a part of a name or post, and shows who is found where the search began.</summary>
internal sealed class FindPeopleDialog : IDialog<FindPeopleState>, IAction<FindInPick>, IAction<FindInPeople>
{
    private const int LongestText = 40;

    public void Define(IDialogSteps<FindPeopleState> steps) => steps.AskText("text", new()
    {
        QuestionKey = "company.people.find_question",
        LabelKey = "company.people.find_label",
        MaxLength = LongestText,
        Save = (state, text) => state.Text = text,
    });

    public Task<Reply> CompleteAsync(ITurn turn, FindPeopleState state, CancellationToken cancellationToken) => Task.FromResult(state.For is { } purpose
        ? Reply.GoTo(new PickPlace(purpose, state.Target, state.Text, 0, state.From, state.Until))
        : Reply.GoTo(new PeoplePlace(state.View, state.Text, 0)));

    public Task<Reply> ActAsync(ITurn turn, FindInPick press, CancellationToken cancellationToken) =>
        Begin(new() { For = press.For, Target = press.Target, From = press.From, Until = press.Until });

    public Task<Reply> ActAsync(ITurn turn, FindInPeople press, CancellationToken cancellationToken) => Begin(new() { View = press.View });

    private static Task<Reply> Begin(FindPeopleState state) => Task.FromResult(Reply.Begin<FindPeopleDialog, FindPeopleState>(state));
}

/// <summary>Where a search began, and what for.</summary>
internal sealed record FindPeopleState
{
    /// <summary>Null for the list of employees.</summary>
    public PickFor? For { get; set; }

    public Guid Target { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public PeopleView View { get; set; }

    public string Text { get; set; } = "";
}

/// <summary>Begins a search where somebody is chosen.</summary>
[Callback("findpick")]
internal readonly record struct FindInPick(PickFor For, Guid Target, DateOnly? From, DateOnly? Until);

/// <summary>Begins a search in the list of employees.</summary>
[Callback("findpeople")]
internal readonly record struct FindInPeople(PeopleView View);
