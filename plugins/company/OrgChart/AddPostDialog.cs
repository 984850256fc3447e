using DrAivBot.Dialogs;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.OrgChart;

/// <summary>Adds a post to the chart: a specialist's or deputy's by its name, a division head's at once.</summary>
internal sealed class AddPostDialog(IPosts posts) : IDialog<AddPostState>, IAction<AddPostPress>, IAction<AddHeadPress>
{
    public void Define(IDialogSteps<AddPostState> steps) => steps.AskText("name", new()
    {
        QuestionKey = "company.add.question",
        QuestionValues = (turn, state) =>
        [
            ("kind", turn.Text.Get(state.IsDeputy ? "company.add.kind_deputy" : "company.add.kind_specialist")),
            ("example", turn.Text.Get(state.IsDeputy ? "company.add.example_deputy" : "company.add.example_specialist")),
            ("number", state.Department), ("min", UnitName.MinLength), ("max", UnitName.MaxLength),
        ],
        LabelKey = "company.rename.label",
        MinLength = UnitName.MinLength,
        MaxLength = UnitName.MaxLength,
        Validate = (turn, name, _) => ValueTask.FromResult(UnitName.IsValid(name) ? null : turn.Text.Get("company.rename.letter")),
        Save = (state, name) => state.Name = name,
    });

    public Task<Reply> CompleteAsync(ITurn turn, AddPostState state, CancellationToken cancellationToken) => AddAsync(
        turn, new() { Kind = PositionKind.Specialist, UnitNumber = state.Department, Name = state.Name, IsDeputy = state.IsDeputy }, cancellationToken);

    public async Task<Reply> ActAsync(ITurn turn, AddPostPress press, CancellationToken cancellationToken) =>
        (await posts.FindDepartmentActsAsync(press.Department, cancellationToken)).HasFlag(UnitActs.AddPost)
            ? Reply.Begin<AddPostDialog, AddPostState>(new() { Department = press.Department, IsDeputy = press.IsDeputy })
            : Reply.NotFound;

    public Task<Reply> ActAsync(ITurn turn, AddHeadPress press, CancellationToken cancellationToken) =>
        AddAsync(turn, new() { Kind = PositionKind.DivisionHead, UnitNumber = press.Division }, cancellationToken);

    private async Task<Reply> AddAsync(ITurn turn, NewPost post, CancellationToken cancellationToken)
    {
        var result = await posts.AddAsync(post, cancellationToken);
        return result is { IsDone: true, Position: { } added }
            ? Reply.GoTo(new PositionPlace(added.Id)).WithToast(turn.Text.Get("company.add.done", ("number", added.Number)))
            : PostText.Refuse(turn.Text, result);
    }
}

/// <summary>A post that is being added.</summary>
internal sealed record AddPostState
{
    public int Department { get; set; }

    public bool IsDeputy { get; set; }

    public string Name { get; set; } = "";
}

/// <summary>Begins to add a post to a department.</summary>
[Callback("postadd")]
internal readonly record struct AddPostPress(int Department, bool IsDeputy);

/// <summary>Adds the post of a division's head.</summary>
[Callback("headadd")]
internal readonly record struct AddHeadPress(int Division);
