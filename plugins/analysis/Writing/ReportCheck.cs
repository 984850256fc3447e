using System.Text.RegularExpressions;
using DrAivBot.Analysis.Results;

namespace DrAivBot.Analysis.Writing;

/// <summary>
/// Looks for what a model may not write: ids that do not exist or belong elsewhere, another order of the weak points,
/// percentages that nobody computed, days outside of their stage, links, and texts without words or too long for a screen.
/// </summary>
/// <param name="result">What is reported.</param>
/// <param name="percentages">Those of the data.</param>
internal sealed partial class ReportCheck(AssessmentResult result, IReadOnlySet<decimal> percentages)
{
    private const int StageLength = 30;
    private const int LongestSummary = 900;
    private const int LongestText = 300;
    private const int LongestStep = 200;
    private const int LongestStatistic = 150;
    private const int MostFaults = 5;

    /// <summary>What is wrong, in English; null when nothing is.</summary>
    public string? Find(string json)
    {
        if (ModelAnswer.Read(json) is not { } report)
        {
            return "The answer cannot be read as the schema says.";
        }

        string[] faults = [.. List(report).Take(MostFaults)];
        return faults.Length == 0 ? null : string.Join(' ', faults);
    }

    private IEnumerable<string> List(ModelReport report) =>
    [
        .. Said("summary", report.Summary, LongestSummary),
        .. Divisions(report.Divisions),
        .. WeakPoints(report.WeakPoints),
        .. report.Plan.SelectMany((stage, number) => stage.Actions.SelectMany((action, place) => Action($"plan[{number}].actions[{place}]", action, number))),
    ];

    private IEnumerable<string> Divisions(IReadOnlyList<DivisionWords> divisions) =>
        !divisions.Select(division => division.Number).SequenceEqual(result.Scores.Divisions.Select(division => division.Number))
            ? ["divisions must be 1 to 7 in this order."]
            : divisions.SelectMany(division => Division($"divisions[{division.Number - 1}]", division));

    private IEnumerable<string> Division(string path, DivisionWords division) =>
    [
        .. division.Findings.SelectMany((finding, place) => Said($"{path}.findings[{place}].text", finding.Text, LongestText)),
        .. division.Findings.SelectMany(finding => finding.Questions)
            .Where(id => result.Assessment.Questions.Find(id)?.Division != division.Number)
            .Select(id => $"{path} cites {Shown(id)}, which is no question of division {division.Number}."),
        .. Said($"{path}.risk", division.Risk, LongestText),
        .. division.Recommendations.SelectMany((text, place) => Written($"{path}.recommendations[{place}]", text, LongestText)),
    ];

    private IEnumerable<string> WeakPoints(IReadOnlyList<WeakPointWords> points)
    {
        int[] wanted = [.. result.Scores.WeakPoints.Select(weak => weak.Department.Number)];
        return !points.Select(point => point.Department).SequenceEqual(wanted)
            ? [$"weakPoints must be the departments {string.Join(", ", wanted)} in this order."]
            : points.SelectMany((point, place) => WeakPoint($"weakPoints[{place}]", point));
    }

    private IEnumerable<string> WeakPoint(string path, WeakPointWords point) =>
    [
        .. Said($"{path}.missing", point.Missing, LongestText),
        .. Said($"{path}.cause", point.Cause, LongestText),
        .. Said($"{path}.consequence", point.Consequence, LongestText),
        .. Written($"{path}.firstAction", point.FirstAction, LongestText),
        .. Written($"{path}.statistic", point.Statistic, LongestStatistic),
    ];

    private static IEnumerable<string> Action(string path, PlanAction action, int stage)
    {
        var (first, last) = ((stage * StageLength) + 1, (stage + 1) * StageLength);
        string[] outside = action.Day < first || action.Day > last ? [$"{path}.day must be from {first} to {last}."] : [];
        return
        [
            .. outside,
            .. Written($"{path}.action", action.Action, LongestStep),
            .. Written($"{path}.result", action.Result, LongestStep),
            .. Written($"{path}.statistic", action.Statistic, LongestStatistic),
        ];
    }

    /// <summary>What is said of the company as it is: its percentages are computed ones. What is aimed at may have others.</summary>
    private IEnumerable<string> Said(string path, string text, int longest) =>
        Percentages.In(text).Any(percentage => !percentages.Contains(percentage))
            ? Written(path, text, longest).Append($"{path} has a percentage that the data do not have.")
            : Written(path, text, longest);

    private static IEnumerable<string> Written(string path, string text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return $"{path} is empty.";
        }

        if (text.Length > longest)
        {
            yield return $"{path} has {text.Length} characters, at most {longest} are allowed.";
        }

        if (Link().IsMatch(text))
        {
            yield return $"{path} has a link or an address.";
        }
    }

    /// <summary>An id that a model invented goes back to it, but nothing longer.</summary>
    private static string Shown(string id) => IdForm().IsMatch(id) ? id : "something";

    [GeneratedRegex(@"^D\d{2}Q\d\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IdForm();

    [GeneratedRegex(@"://|www\.|\bt\.me\b|@\w", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Link();
}
