using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.OrgChart;

/// <summary>A new name for a department or division, or the one it had at first.</summary>
internal sealed class EditUnitScreen(IOrganisation organisation, IPosts posts) : IScreen<EditUnitPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, EditUnitPlace place, CancellationToken cancellationToken)
    {
        if (await FindNameAsync(place, cancellationToken) is not { } name)
        {
            return Reply.NotFound;
        }

        var what = place.IsDivision ? RenameWhat.Division : RenameWhat.Department;
        var screen = new Screen
        {
            Body = turn.Text.GetMarkup(place.IsDivision ? "company.rename.division" : "company.rename.department", ("number", place.Number), ("name", name)),
        };
        return Reply.Show(screen.WithColumn(
        [
            Button.To(turn.Text.Get("company.rename.button"), new RenamePress(what, null, place.Number, name)),
            Button.To(turn.Text.Get("company.rename.reset"), new ResetNamePress(what, null, place.Number)),
        ]));
    }

    /// <summary>Null when there is no such unit, or the person who looks may not rename it.</summary>
    private async Task<string?> FindNameAsync(EditUnitPlace place, CancellationToken cancellationToken)
    {
        var acts = place.IsDivision
            ? await posts.FindDivisionActsAsync(place.Number, cancellationToken)
            : await posts.FindDepartmentActsAsync(place.Number, cancellationToken);
        if (!acts.HasFlag(UnitActs.Rename))
        {
            return null;
        }

        return place.IsDivision
            ? (await organisation.FindDivisionAsync(place.Number, cancellationToken))?.Division.Name
            : (await organisation.FindDepartmentAsync(place.Number, cancellationToken))?.Department.Name;
    }
}

/// <summary>Changing the name of a unit.</summary>
[Callback("unitedit")]
internal readonly record struct EditUnitPlace(bool IsDivision, int Number);
