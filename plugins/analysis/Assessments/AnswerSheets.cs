using DrAivBot.Routing;

namespace DrAivBot.Analysis.Assessments;

/// <summary>Reads what is open for the person of the turn.</summary>
internal sealed class AnswerSheets(AssessmentTable assessments, AssignmentTable assignments, AnswerTable answers, Viewers viewers)
{
    /// <summary>Null when nothing is open, or nothing of it is for this person.</summary>
    public async Task<AnswerSheet?> FindAsync(ITurn turn, CancellationToken cancellationToken) =>
        await assessments.FindOpenAsync(cancellationToken) is { } open ? await ReadAsync(turn, open, cancellationToken) : null;

    /// <summary>Null also when another one is open.</summary>
    public async Task<AnswerSheet?> FindAsync(ITurn turn, Guid assessment, CancellationToken cancellationToken) =>
        await FindAsync(turn, cancellationToken) is { } sheet && sheet.Assessment.Id == assessment ? sheet : null;

    private async Task<AnswerSheet?> ReadAsync(ITurn turn, Assessment open, CancellationToken cancellationToken)
    {
        var assigned = await assignments.ListAsync(open.Id, cancellationToken);
        var viewer = await viewers.FindAsync(turn, assigned, cancellationToken);
        return viewer.Runs || viewer.Assigned.Count > 0
            ? new(open, viewer, assigned, await answers.ListAsync(open.Id, cancellationToken))
            : null;
    }
}
