using DrAivBot.Analysis.Scoring;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Analysis.Results;

/// <summary>The result of a division: its departments and where each lost most.</summary>
internal sealed class DivisionResultScreen(SeenResults seen) : IScreen<DivisionResultPlace>
{
    private const int MostLosses = 2;

    public async Task<Reply> ShowAsync(ITurn turn, DivisionResultPlace place, CancellationToken cancellationToken)
    {
        if (await seen.FindAsync(turn, place.Assessment, cancellationToken) is not var (result, viewer))
        {
            return Reply.NotFound;
        }

        var departments = result.Scores.Departments.Where(department => department.Division == place.Division && viewer.SeesDepartment(department.Number)).ToArray();
        return departments.Length == 0
            ? Reply.NotFound
            : Reply.Show(new Screen
            {
                Body = Markup.Paragraphs(
                [
                    turn.Text.GetMarkup(
                        "analysis.result.division",
                        ("number", place.Division), ("name", result.Assessment.Questions.DivisionName(place.Division, turn.Text.Culture)),
                        ("percent", viewer.SeesDivision(place.Division) ? ReportText.Percent(turn.Text, result.Scores.Divisions.First(division => division.Number == place.Division).Score) : "")),
                    .. departments.Select(department => Department(turn.Text, result, department)),
                ]),
            });
    }

    public static Markup Line(IText text, AssessmentResult result, DepartmentScore department) => text.GetMarkup(
        "analysis.result.department_line",
        ("sign", ReportText.Sign(result.Assessment.Questions, department.Score)), ("percent", ReportText.Percent(text, department)),
        ("number", department.Number), ("name", result.Assessment.Questions.DepartmentName(department.Number, text.Culture)));

    private static Markup Department(IText text, AssessmentResult result, DepartmentScore department) => Markup.Lines(
    [
        Line(text, result, department),
        .. department.Questions.Where(entry => entry.Loss > 0).OrderByDescending(entry => entry.Loss).ThenBy(entry => entry.Question.Order).Take(MostLosses)
            .Select(entry => WeakPointsScreen.Evidence(text, result, entry)),
    ]);
}
