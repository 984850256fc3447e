using DrAivBot.Analysis.Assessments;
using DrAivBot.Organisation;
using DrAivBot.Routing;

namespace DrAivBot.Analysis.Results;

/// <summary>Results as the person of the turn may see them: owner and executive all, heads their own units, employees none.</summary>
internal sealed class SeenResults(ResultReader results, Viewers viewers, IAudit audit)
{
    /// <summary>Null for who may not see anything of it, and when there is nothing.</summary>
    public async Task<(AssessmentResult Result, Viewer Viewer)?> FindAsync(ITurn turn, Guid assessment, CancellationToken cancellationToken)
    {
        var viewer = await viewers.FindAsync(turn, [], cancellationToken);
        if (!viewer.SeesResults)
        {
            await NoteAsync(assessment, cancellationToken);
            return null;
        }

        return await results.FindAsync(assessment, cancellationToken) is { } result ? (result, viewer) : null;
    }

    /// <summary>The same for what only who runs the analysis may see.</summary>
    public async Task<AssessmentResult?> FindWholeAsync(ITurn turn, Guid assessment, CancellationToken cancellationToken)
    {
        if (turn.May(AnalysisModule.Run))
        {
            return await results.FindAsync(assessment, cancellationToken);
        }

        await NoteAsync(assessment, cancellationToken);
        return null;
    }

    private Task NoteAsync(Guid assessment, CancellationToken cancellationToken) => audit.NoteAsync(
        new() { Act = "result.seen", IsRefused = true, After = new Dictionary<string, string?> { ["assessment"] = assessment.ToString() } }, cancellationToken);
}
