using DrAivBot.Reports;
using DrAivBot.Texts;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>The company's week as a workbook: divisions, people, every task.</summary>
internal static class SheetWorkbook
{
    private const decimal Hundred = 100;

    public static Workbook Of(CompanySheet sheet) => new() { Sheets = [Divisions(sheet), People(sheet), Tasks(sheet)] };

    private static Sheet Divisions(CompanySheet sheet) => Make(
        sheet,
        "divisions",
        [("division", 36), ("people", 12), ("planned", 16), ("agreed", 14), ("closed", 14), ("result", 14)],
        [
            .. sheet.Divisions.Select(division => SumRow(CompanySheet.DivisionName(division), SheetSum.Of(sheet.LinesOf(division)), isBold: false)),
            SumRow(sheet.Text.Get("planner.sheet.total"), SheetSum.Of(sheet.Lines), isBold: true),
        ]);

    private static Sheet People(CompanySheet sheet) => Make(
        sheet,
        "people",
        [("division", 30), ("person", 28), ("post", 34), ("state", 22), ("tasks", 10), ("carried", 12), ("result", 14)],
        [
            .. sheet.Divisions.SelectMany(division => sheet.LinesOf(division).Select(IReadOnlyList<Cell> (line) =>
            [
                Cell.Text(CompanySheet.DivisionName(division)), Cell.Text(line.Name), Cell.Text(line.Post), Cell.Text(State(sheet.Text, line)),
                Cell.Number(line.Tasks.Count), Cell.Number(line.Carried), Result(line.Plan?.Percent),
            ])),
        ]);

    private static Sheet Tasks(CompanySheet sheet) => Make(
        sheet,
        "tasks",
        [("person", 28), ("task", 50), ("tie", 44), ("carried", 12), ("mark", 16), ("reason", 44)],
        [
            .. sheet.Lines.Where(line => line.IsPlanned).SelectMany(line => line.Tasks.Select(IReadOnlyList<Cell> (task) =>
            [
                Cell.Text(line.Name), Cell.Text(task.Title), Cell.Text(PlanText.Tie(sheet.Text, task)), Cell.Number(task.Carried == 0 ? null : task.Carried),
                Cell.Text(task.Mark is { } mark ? sheet.Text.Get(PlanText.MarkKey(mark)) : null), Cell.Text(task.Reason),
            ])),
        ]);

    private static Sheet Make(CompanySheet sheet, string name, (string Title, double Width)[] columns, IReadOnlyList<IReadOnlyList<Cell>> rows) => new()
    {
        Name = sheet.Text.Get("planner.sheet.tab." + name),
        Title = sheet.Company,
        Notes = [sheet.Text.Get("planner.sheet.note", ("number", WeekText.Number(sheet.Week)), ("days", WeekText.Days(sheet.Text, sheet.Week)))],
        Columns = [.. columns.Select(column => new SheetColumn { Title = sheet.Text.Get("planner.sheet.column." + column.Title), Width = column.Width, Wraps = true })],
        Rows = rows,
        FrozenColumns = 1,
    };

    private static Cell[] SumRow(string name, SheetSum sum, bool isBold)
    {
        Cell[] cells = [Cell.Text(name), Cell.Number(sum.People), Cell.Number(sum.Planned), Cell.Number(sum.Agreed), Cell.Number(sum.Closed), Result(sum.Percent)];
        return isBold ? [.. cells.Select(cell => cell with { IsBold = true })] : cells;
    }

    private static Cell Result(int? percent) =>
        percent is { } value ? Cell.Percent(value / Hundred) with { Fill = SheetPicture.ColorOf(value) } : Cell.Empty;

    private static string State(IText text, SheetLine line) =>
        line is { IsAbsent: true, IsPlanned: false } ? text.Get("planner.sheet.state.absent") : text.Get(PlanText.StateKey(line.Plan?.State));
}
