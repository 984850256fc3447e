namespace DrAivBot.Host.Organisation;

/// <summary>What makes a board whole. Names every fault, so that an editor of the file mends them in one go.</summary>
internal static class OrgBoardRules
{
    public static IReadOnlyList<string> Check(BoardFile file) =>
        [.. CheckNumbers(file), .. file.Divisions.SelectMany(CheckDivision)];

    private static IEnumerable<string> CheckNumbers(BoardFile file)
    {
        var divisions = Enumerable.Range(1, OrgBoard.DivisionCount).ToArray();
        if (!file.Divisions.Select(division => division.Number).Order().SequenceEqual(divisions))
        {
            yield return "divisions must be numbered 1 to 7, each once";
        }

        if (!file.BoardOrder.Order().SequenceEqual(divisions))
        {
            yield return "board_order must name each of the divisions 1 to 7 once";
        }
    }

    private static IEnumerable<string> CheckDivision(BoardDivision division)
    {
        var first = division.Number == 7 ? 19 : (3 * division.Number) - 2;
        if (!division.Departments.Select(department => department.Number).SequenceEqual(Enumerable.Range(first, 3)))
        {
            yield return $"division {division.Number} must own the departments {first} to {first + 2}, in this order";
        }

        foreach (var department in division.Departments.Where(department => department.Division != division.Number))
        {
            yield return $"department {department.Number} stands in division {division.Number} but says {department.Division}";
        }

        string[] texts = [division.Emoji, division.Ru, division.En, division.PurposeRu, division.PurposeEn, division.ProductRu, division.ProductEn];
        foreach (var fault in CheckWords($"division {division.Number}", texts, division.Statistic, division.HeadPosition)
            .Concat(division.Departments.SelectMany(CheckDepartment)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> CheckDepartment(BoardDepartment department)
    {
        string[] texts =
        [
            department.Ru, department.En, department.PurposeRu, department.PurposeEn, department.ProductRu, department.ProductEn,
            .. department.FunctionsRu, .. department.FunctionsEn,
        ];
        var name = $"department {department.Number}";
        if (department.FunctionsRu.Count == 0 || department.FunctionsRu.Count != department.FunctionsEn.Count)
        {
            yield return $"{name} needs functions, as many in English as in Russian";
        }

        foreach (var fault in CheckWords(name, texts, department.Statistic, department.HeadPosition))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> CheckWords(string unit, IEnumerable<string> texts, BoardStatistic statistic, BoardHead head)
    {
        string[] more = [statistic.Ru, statistic.En, statistic.Unit.Ru, statistic.Unit.En, head.Ru, head.En];
        if (texts.Concat(more).Any(string.IsNullOrWhiteSpace))
        {
            yield return $"{unit} has an empty text";
        }

        if (statistic.Direction is not ("normal" or "inverted"))
        {
            yield return $"{unit} has the statistic direction '{statistic.Direction}': normal or inverted";
        }
    }
}
