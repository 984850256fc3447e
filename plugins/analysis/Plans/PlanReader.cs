using DrAivBot.Analysis.Results;
using DrAivBot.Organisation;
using DrAivBot.Routing;

namespace DrAivBot.Analysis.Plans;

/// <summary>The words of a report as its reader sees them: those that were kept, else a template's.</summary>
internal sealed class PlanReader(ReportTable reports, IOrganisation organisation)
{
    public async Task<ReportTexts> ReadAsync(ITurn turn, AssessmentResult result, CancellationToken cancellationToken) =>
        await reports.FindAsync(result.Assessment.Id, turn.User.Language, cancellationToken)
        ?? new TemplateReport(turn.Text, result, await StatisticsAsync(result, cancellationToken)).Write();

    /// <summary>What the departments of the weak points are measured by; five at most.</summary>
    private async Task<Dictionary<int, string>> StatisticsAsync(AssessmentResult result, CancellationToken cancellationToken)
    {
        var statistics = new Dictionary<int, string>();
        foreach (var number in result.Scores.WeakPoints.Select(weak => weak.Department.Number))
        {
            if (await organisation.FindDepartmentAsync(number, cancellationToken) is { } chart)
            {
                statistics[number] = chart.Department.Statistic.Name;
            }
        }

        return statistics;
    }
}
