using DrAivBot.Organisation;
using DrAivBot.Routing;

namespace DrAivBot.Analysis.Assessments;

/// <summary>Finds what the person of the turn may do, anew in each turn.</summary>
internal sealed class Viewers(IOrganisation organisation)
{
    public async Task<Viewer> FindAsync(ITurn turn, IReadOnlyList<Assignment> assignments, CancellationToken cancellationToken)
    {
        var runs = turn.May(AnalysisModule.Run);
        var scope = runs ? ManagerScope.None : await organisation.FindScopeAsync(turn.User.Id, cancellationToken);
        return new()
        {
            User = turn.User.Id,
            Runs = runs,
            Assigned = [.. assignments.Where(assignment => assignment.Person == turn.User.Id).Select(assignment => assignment.Division)],
            Headed = scope.Departments,
            HeadedDivisions = scope.Divisions,
        };
    }
}
