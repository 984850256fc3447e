using DrAivBot.Dialogs;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.OrgChart;

/// <summary>Renames a post, department or division, or gives it back the name it had at first.</summary>
internal sealed class RenameDialog(IPosts posts) : IDialog<RenameState>, IAction<RenamePress>, IAction<ResetNamePress>
{
    public void Define(IDialogSteps<RenameState> steps) => steps.AskText("name", new()
    {
        QuestionKey = "company.rename.question",
        QuestionValues = (_, state) => [("name", state.Present), ("min", UnitName.MinLength), ("max", UnitName.MaxLength)],
        LabelKey = "company.rename.label",
        MinLength = UnitName.MinLength,
        MaxLength = UnitName.MaxLength,
        Validate = (turn, name, _) => ValueTask.FromResult(UnitName.IsValid(name) ? null : turn.Text.Get("company.rename.letter")),
        Save = (state, name) => state.Name = name,
    });

    public Task<Reply> CompleteAsync(ITurn turn, RenameState state, CancellationToken cancellationToken) =>
        RenameAsync(turn, state.What, state.Post, state.Number, state.Name, cancellationToken);

    public Task<Reply> ActAsync(ITurn turn, RenamePress press, CancellationToken cancellationToken) => Task.FromResult(
        Reply.Begin<RenameDialog, RenameState>(new() { What = press.What, Post = press.Post?.Value ?? Guid.Empty, Number = press.Number, Present = press.Present }));

    public Task<Reply> ActAsync(ITurn turn, ResetNamePress press, CancellationToken cancellationToken) =>
        RenameAsync(turn, press.What, press.Post?.Value ?? Guid.Empty, press.Number, name: null, cancellationToken);

    private async Task<Reply> RenameAsync(ITurn turn, RenameWhat what, Guid post, int number, string? name, CancellationToken cancellationToken)
    {
        var (result, open) = what switch
        {
            RenameWhat.Post => (await posts.RenameAsync(new(post), name, cancellationToken), Reply.GoTo(new PositionPlace(new(post)))),
            RenameWhat.Division => (await posts.RenameDivisionAsync(number, name, cancellationToken), Reply.GoTo(new DivisionPlace(number))),
            _ => (await posts.RenameDepartmentAsync(number, name, cancellationToken), Reply.GoTo(new DepartmentPlace(number))),
        };
        return result.IsDone ? open.WithToast(turn.Text.Get("company.rename.done")) : PostText.Refuse(turn.Text, result);
    }
}

/// <summary>What is renamed.</summary>
internal enum RenameWhat
{
    /// <summary>A post.</summary>
    Post = 0,

    /// <summary>A department.</summary>
    Department = 1,

    /// <summary>A division.</summary>
    Division = 2,
}

/// <summary>What a new name is asked for.</summary>
internal sealed record RenameState
{
    public RenameWhat What { get; set; }

    public Guid Post { get; set; }

    public int Number { get; set; }

    /// <summary>The name until now.</summary>
    public string Present { get; set; } = "";

    public string Name { get; set; } = "";
}

/// <summary>Begins to rename.</summary>
[Callback("rename")]
internal readonly record struct RenamePress(RenameWhat What, PositionId? Post, int Number, string Present)
{
    public static RenamePress Of(Position post) => new(RenameWhat.Post, post.Id, 0, post.Name);
}

/// <summary>Gives back the name of the board.</summary>
[Callback("rename0")]
internal readonly record struct ResetNamePress(RenameWhat What, PositionId? Post, int Number)
{
    public static ResetNamePress Of(Position post) => new(RenameWhat.Post, post.Id, 0);
}
