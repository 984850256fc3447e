using System.Text.Json;
using DrAivBot.Analysis.Results;
using DrAivBot.Texts;

namespace DrAivBot.Analysis.Writing;

/// <summary>Makes the words of a report from what a model answered.</summary>
internal static class ModelAnswer
{
    private const int StageLength = 30;

    /// <summary>Null for what is no report.</summary>
    public static ModelReport? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ReportJson.Default.ModelReport);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The texts of an answer that passed its check; what is computed or fixed comes from the texts before.</summary>
    public static ReportTexts Write(ModelReport report, ReportTexts before, IText text) => new()
    {
        Source = ReportSource.Assistant,
        Summary = Clean(report.Summary),
        Divisions = [.. report.Divisions.Select(Clean)],
        WeakPoints = [.. report.WeakPoints.Select(Clean)],
        Plan = [.. report.Plan.Select((stage, number) => new PlanStage((number * StageLength) + 1, (number + 1) * StageLength, [.. stage.Actions.OrderBy(action => action.Day).Select(Clean)]))],
        Gaps = before.Gaps,
        Disclaimer = text.Get("analysis.assistant.disclaimer"),
    };

    private static DivisionWords Clean(DivisionWords words) => words with
    {
        Findings = [.. words.Findings.Select(finding => finding with { Text = Clean(finding.Text) })],
        Risk = Clean(words.Risk),
        Recommendations = [.. words.Recommendations.Select(Clean)],
    };

    private static WeakPointWords Clean(WeakPointWords words) => words with
    {
        Missing = Clean(words.Missing),
        Cause = Clean(words.Cause),
        Consequence = Clean(words.Consequence),
        FirstAction = Clean(words.FirstAction),
        Statistic = Clean(words.Statistic),
    };

    private static PlanAction Clean(PlanAction action) => action with { Action = Clean(action.Action), Result = Clean(action.Result), Statistic = Clean(action.Statistic) };

    /// <summary>One line: control characters fit neither into the database nor into a workbook.</summary>
    private static string Clean(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign)).Trim();
}
