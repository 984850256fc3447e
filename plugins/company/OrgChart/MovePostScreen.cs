using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.OrgChart;

/// <summary>Chooses the department an added post moves to: the division first, then the department.</summary>
internal sealed class MovePostScreen(IOrganisation organisation, IPosts posts, PostQuestion question) : IScreen<MovePostPlace>, IAction<MovePostPress>
{
    public async Task<Reply> ShowAsync(ITurn turn, MovePostPlace place, CancellationToken cancellationToken)
    {
        if (await question.FindAsync(place.Position, PostActs.Move, cancellationToken) is not { } post)
        {
            return Reply.NotFound;
        }

        var buttons = place.Division is { } division
            ? await ListDepartmentsAsync(post, division, cancellationToken)
            : [.. (await organisation.ListDivisionsAsync(cancellationToken)).Select(unit => Button.To(
                $"{unit.Emoji} {unit.Number} · {UnitText.ShortName(turn.Text, unit.Name)}", new MovePostPlace(post.Id, unit.Number)))];
        var key = buttons.Count == 0 ? "company.move.nowhere" : place.Division is null ? "company.move.division" : "company.move.department";
        var screen = new Screen { Body = turn.Text.GetMarkup(key, ("number", post.Number), ("post", post.Name)) };
        return Reply.Show(screen.WithColumn(buttons));
    }

    public async Task<Reply> ActAsync(ITurn turn, MovePostPress press, CancellationToken cancellationToken)
    {
        var result = await posts.MoveAsync(press.Position, press.Department, cancellationToken);
        return result.IsDone
            ? Reply.GoTo(new PositionPlace(press.Position)).WithToast(turn.Text.Get("company.move.done", ("number", press.Department)))
            : PostText.Refuse(turn.Text, result);
    }

    private async Task<IReadOnlyList<Button>> ListDepartmentsAsync(Position post, int division, CancellationToken cancellationToken)
    {
        var buttons = new List<Button>();
        var departments = (await organisation.FindDivisionAsync(division, cancellationToken))?.Departments ?? [];
        foreach (var department in departments.Where(department => department.Number != post.DepartmentNumber))
        {
            if ((await posts.FindDepartmentActsAsync(department.Number, cancellationToken)).HasFlag(UnitActs.AddPost))
            {
                buttons.Add(Button.To($"📂 {department.Number} · {department.Name}", new MovePostPress(post.Id, department.Number)));
            }
        }

        return buttons;
    }
}

/// <summary>Where a post could move.</summary>
/// <param name="Position">The post.</param>
/// <param name="Division">Whose departments are shown; null for the divisions.</param>
[Callback("move")]
internal readonly record struct MovePostPlace(PositionId Position, int? Division);

/// <summary>Moves a post.</summary>
[Callback("moveyes")]
internal readonly record struct MovePostPress(PositionId Position, int Department);
